# SPDX-License-Identifier: GPL-3.0-or-later
"""A stage for the window: the stand-in for Live in a process of its own, and a virtual screen with a pointer."""
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 20.0  # seconds until what a situation waits for must have come
OPENBOX = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application class="*"><decor>no</decor><position force="yes"><x>0</x><y>0</y></position>
</application></applications></openbox_config>"""


def wait_for(what, is_true):
    """What is_true returns as soon as it is true; an error that names `what` if it never is."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = is_true()
        if found:
            return found
        time.sleep(0.05)
    raise RuntimeError(f"waited in vain for {what}")


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


class Live:
    """The stand-in, in a process of its own, and its control channel."""

    def __init__(self, programs, arguments):
        self.process = subprocess.Popen(
            [programs / "clipdeckctl", "sim", "--port", free_port(), "--reply-port", free_port(),
             "--control-port", "0", *arguments],
            stdout=subprocess.PIPE, text=True)
        ready = self.process.stdout.readline()
        if not ready.startswith("READY"):
            raise RuntimeError("the stand-in did not start")
        self.ports = dict(re.findall(r"(\w+)=(\d+)", ready))
        self.control = socket.create_connection(("127.0.0.1", int(self.ports["control_port"])))
        self.lines = self.control.makefile("r", encoding="utf-8")

    def do(self, command, **arguments):
        self.control.sendall((json.dumps({"cmd": command, **arguments}) + "\n").encode())
        answer = json.loads(self.lines.readline())
        if not answer["ok"]:
            raise RuntimeError(f"{command}: {answer['error']}")
        return answer["result"]

    def track(self, name):
        return next(track for track in self.do("dump")["tracks"] if track["name"] == name)

    def client_arguments(self):
        return ["--port", self.ports["port"], "--reply-port", self.ports["reply_port"]]

    def end(self):
        self.process.terminate()
        self.process.wait()


class Stage:
    """A screen with a pointer and a bus, on which one window stands."""

    def __init__(self, programs, size, scale):
        self.programs, self.scale = programs, scale
        self.folder = tempfile.TemporaryDirectory()
        self.started = []
        width, height = (int(side * scale) for side in size)
        read_end, write_end = os.pipe()
        self.start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
                   pass_fds=[write_end])
        display = os.read(read_end, 16).decode().strip()
        self.environment = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb",
                            "QT_SCALE_FACTOR": str(scale), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                            "XDG_RUNTIME_DIR": self.folder.name}
        self.environment.pop("WAYLAND_DISPLAY", None)
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
                         stdout=subprocess.PIPE, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        rules = pathlib.Path(self.folder.name, "openbox.xml")
        rules.write_text(OPENBOX, encoding="utf-8")
        self.start(["openbox", "--sm-disable", "--config-file", str(rules)])

    def start(self, command, **options):
        process = subprocess.Popen(command, env=getattr(self, "environment", None),
                                   stderr=subprocess.DEVNULL, **options)
        self.started.append(process)
        return process

    def open_window(self, arguments, settings):
        config = pathlib.Path(self.folder.name, "config")
        config.mkdir()
        sections = "".join(f"[{section}]\n" + "".join(f"{key}={value}\n" for key, value in keys.items())
                           for section, keys in settings.items())
        (config / "clipdeck.ini").write_text(sections, encoding="utf-8")
        self.start([self.programs / "clipdeck", *arguments, "--config", str(config)])
        window = wait_for("the window", lambda: self.hand("search", "--onlyvisible", "--name", "Clipdeck").split())[0]
        self.hand("windowactivate", window)
        self.hand("windowmove", window, "0", "0")
        self.hand("windowsize", window, "100%", "100%")

    def hand(self, *words):
        """xdotool's words; what it printed."""
        done = subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True,
                              timeout=10, check=False)
        return done.stdout

    def find(self, prefix):
        """The visible thing whose accessible name begins so: waits until it is there."""
        def look():
            script = ROOT / "tests/support/accessible.py"
            found = subprocess.run(["/usr/bin/python3", script, "clipdeck", "find", prefix], env=self.environment,
                                   capture_output=True, text=True, check=False).stdout
            return next(iter(json.loads(found or "[]")), None)
        return wait_for(f"“{prefix}” on the screen", look)

    def middle(self, prefix):
        x, y, width, height = self.find(prefix)["place"]
        return int((x + width / 2) * self.scale), int((y + height / 2) * self.scale)

    def point(self, prefix):
        self.hand("mousemove", *self.middle(prefix))

    def click(self, prefix, button=1):
        self.point(prefix)
        self.hand("click", button)

    def key(self, *keys):
        self.hand("key", *keys)

    def photograph(self, file):
        """As a picture of 256 colours, which the flat surfaces of the window do not exceed by much."""
        subprocess.run(["import", "-window", "root", "+dither", "-colors", "256", f"PNG8:{file}"], env=self.environment,
                       check=True)

    def end(self):
        for process in reversed(self.started):
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.folder.cleanup()
