# SPDX-License-Identifier: GPL-3.0-or-later
"""accessible.py APPLICATION: what assistive technology is told of an application's visible parts, as a JSON list.
accessible.py APPLICATION PREFIX ACTION: does ACTION to the first whose name begins with PREFIX; says true or false."""
import json
import sys

import pyatspi


def describe(thing):
    entry = {"role": thing.getRoleName(), "name": thing.name, "description": thing.description}
    states = thing.getState()
    entry["checked"] = states.contains(pyatspi.STATE_CHECKED)
    try:
        extents = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        entry["place"] = [extents.x, extents.y, extents.width, extents.height]
    except NotImplementedError:
        pass
    try:
        value = thing.queryValue()
        entry["value"] = value.currentValue
        entry["text"] = value.text if hasattr(value, "text") else ""
    except NotImplementedError:
        pass
    try:
        text = thing.queryText()
        entry["text"] = text.getText(0, text.characterCount)
    except NotImplementedError:
        pass
    return entry


def walk(thing, found):
    for child in thing:
        if child is None or not child.getState().contains(pyatspi.STATE_VISIBLE):
            continue
        found.append(describe(child))
        walk(child, found)


def act(thing, prefix, action):
    for child in thing:
        if child is None or not child.getState().contains(pyatspi.STATE_VISIBLE):
            continue
        if child.name.startswith(prefix):
            offered = child.queryAction()
            names = [offered.getName(i) for i in range(offered.nActions)]
            return offered.doAction(names.index(action)) if action in names else False
        done = act(child, prefix, action)
        if done is not None:
            return done
    return None


def main():
    found = []
    if len(sys.argv) == 4:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.name == sys.argv[1]:
                json.dump(bool(act(application, *sys.argv[2:])), sys.stdout)
        return
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == sys.argv[1]:
            walk(application, found)
    json.dump(found, sys.stdout)


main()
