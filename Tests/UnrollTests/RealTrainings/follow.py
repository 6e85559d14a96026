"""Runs `unroll --follow` in a terminal of its own beside a real training, and says when each version came.

    python follow.py UNROLL FORM FOLDER [--kill] [--units COUNT] [--epochs COUNT]

FORM is one of train.py's. With --kill the training is killed while its fourth version is half written (many
units make the file large enough to be caught so), and six seconds later another begins. One line of JSON tells
how many versions were written and how many epochs appeared, how many seconds after it was whole each did,
what was said of the half one, and what would have been seen as flicker: screens that were cleared, and screens
of which a third was missing. Needs numpy, pyte, and keras with tensorflow or torch.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time

import numpy
import pyte

COLUMNS, ROWS = 100, 30


class Terminal:
    """The program in a terminal, and what has been seen there."""

    def __init__(self, command):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.settings = termios.tcgetattr(self.slave)
        environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8")
        self.program = subprocess.Popen(
            command, stdin=self.slave, stdout=self.slave, stderr=self.slave, env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        # When each epoch appeared, how full the first screen was and each one since, and what was said.
        self.seen, self.first, self.filled, self.said = {}, 0, [], []
        self.clears = 0

    def watch(self, seconds):
        end = time.time() + seconds
        while (left := end - time.time()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                return
            try:
                data = os.read(self.master, 1 << 16)
            except OSError:
                return
            self.take(data, time.time())

    def take(self, data, now):
        self.clears += bool(self.first and re.search(rb"\x1b\[[23]?J|\x1b\[\?1049|\x1bc", data))
        self.stream.feed(data)
        shown = "\n".join(self.screen.display)
        count = sum(character not in " \n" for character in shown)
        if self.first:
            self.filled.append(count)
        for number, of in re.findall(r"epoch (\d+) of (\d+)", shown):
            if number == of:
                self.first = self.first or count
                self.seen.setdefault(int(number), now)
        for line in self.screen.display:
            if "not read" in line and line.strip() not in self.said:
                self.said.append(line.strip())

    def quit(self):
        """Whether the program was there to the last, and the terminal is as it was before."""
        clears, was_there = self.clears, self.program.poll() is None
        if was_there:
            os.write(self.master, b"q")
        self.watch(2)
        self.clears = clears
        return was_there, self.program.wait(5) == 0 and termios.tcgetattr(self.slave) == self.settings


def lines(log):
    """The writes that began and ended: what, when, and the size of the file."""
    if not os.path.exists(log):
        return []
    with open(log) as file:
        return [line.split() for line in file]


def whole(log):
    return [(float(when), int(size)) for what, when, size in lines(log) if what == "whole"]


def kill_in_the_middle(process, file, log, found):
    """Kills a training while its fourth version or a later one is half written."""
    while process.poll() is None:
        done, begun = whole(log), sum(line[0] == "begun" for line in lines(log))
        while len(done) >= 3 and begun > len(done) == len(whole(log)) and process.poll() is None:
            size = os.path.getsize(file) if os.path.exists(file) else 0
            if 0.05 * done[-1][1] < size < 0.9 * done[-1][1]:
                process.send_signal(signal.SIGKILL)
                process.wait()
                found.update(bytes=os.path.getsize(file), of=done[-1][1], whole=len(done))
        # Until then it looks rarely: what it takes is missing to the terminal, which is the same process.
        time.sleep(0.0005 if len(done) >= 3 else 0.05)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("unroll")
    parser.add_argument("form", choices=["keras", "h5", "weights", "pth"])
    parser.add_argument("folder")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--units", type=int, default=64)
    parser.add_argument("--epochs", type=int, default=20)
    arguments = parser.parse_args()
    folder = os.path.abspath(arguments.folder)
    os.makedirs(folder, exist_ok=True)
    stem = os.path.join(folder, "my")
    file = stem + (".weights.h5" if arguments.form == "weights" else "." + arguments.form)
    log, rows = stem + ".log", stem + "_input.npy"
    for old in [file, log, stem + ".json"]:
        if os.path.exists(old):
            os.remove(old)
    numpy.save(rows, numpy.random.default_rng(3).normal(size=(2, 20, 4)).astype("float32"))
    model = [stem + ".json", "--weights", file] if arguments.form == "weights" else [file]
    terminal = Terminal([arguments.unroll, *model, "--input", rows, "--follow", "--still"])

    def training(seed):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "train.py")
        return subprocess.Popen(
            [sys.executable, script, arguments.form, file, log, "--epochs", str(arguments.epochs),
             "--units", str(arguments.units), "--seed", str(seed)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    result = {"form": arguments.form}
    process = training(1)
    if arguments.kill:
        found = {}
        killer = threading.Thread(target=kill_in_the_middle, args=(process, file, log, found))
        killer.start()
        while killer.is_alive():
            terminal.watch(0.2)
        terminal.watch(6)
        result.update(killed=found, epoch_then=max(terminal.seen, default=0), said=terminal.said)
        process = training(2)
    while process.poll() is None:
        terminal.watch(0.2)
    terminal.watch(2.5)
    was_there, is_restored = terminal.quit()
    versions = whole(log)
    # Only where every version was seen is the one of a number the epoch of that number.
    late = [round(terminal.seen[n] - when, 3) for n, (when, _) in enumerate(versions, 1)
            if n in terminal.seen]
    result.update(
        versions=len(versions), epochs=len(terminal.seen), bytes=versions[-1][1], late=late,
        latest=max(late, default=None), clears=terminal.clears,
        gaps=sum(count < 2 / 3 * terminal.first for count in terminal.filled),
        was_there=was_there, is_restored=is_restored)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
