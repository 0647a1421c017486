# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told of an application.

accessible.py APPLICATION                        all visible parts, as a JSON list
accessible.py APPLICATION find PREFIX [ROLE]     the first that has a place and whose name begins with PREFIX, as a list of
                                                 one or none
accessible.py APPLICATION act PREFIX ACTION      does ACTION to it; says true or false
"""
import json
import sys

import pyatspi
from gi.repository import GLib

GONE = (GLib.GError, ValueError)  # what is raised about a thing that went away; the second for the count of its children


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


def parts(thing):
    """All that is visible below it, each before its own children. What goes away during the walk is left out."""
    try:
        children = list(thing)
    except GONE:
        return
    for child in children:
        try:
            is_visible = child is not None and child.getState().contains(pyatspi.STATE_VISIBLE)
        except GONE:
            continue
        if is_visible:
            yield child
            yield from parts(child)


def read(things):
    for thing in things:
        try:
            yield describe(thing)
        except GONE:  # it went away
            pass


def matches(thing, prefix, role=""):
    try:
        return thing.name.startswith(prefix) and role in ("", thing.getRoleName())
    except GONE:
        return False


def act(thing, action):
    offered = thing.queryAction()
    names = [offered.getName(i) for i in range(offered.nActions)]
    return action in names and bool(offered.doAction(names.index(action)))


def main(name, verb="", *words):
    applications = [a for a in pyatspi.Registry.getDesktop(0) if a is not None and a.name == name]
    things = (part for application in applications for part in parts(application))
    if verb == "act":
        found = next((thing for thing in things if matches(thing, words[0])), None)
        print(json.dumps(found is not None and act(found, words[1])))
    elif verb == "find":
        found = read(thing for thing in things if matches(thing, *words))
        first = next((entry for entry in found if entry.get("place", [0, 0, 0, 0])[2] > 0), None)
        print(json.dumps([first] if first else []))
    else:
        print(json.dumps(list(read(things))))


main(*sys.argv[1:])
