# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process takes of the machine, over time."""

import dataclasses
import os
import statistics
import time


@dataclasses.dataclass
class Sample:
    minute: float
    memory: float  # resident, MB
    descriptors: int
    threads: int


class Footprint:
    def __init__(self, pid):
        self.pid, self.begun, self.samples = pid, time.monotonic(), []

    def look(self):
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
                fields = dict(line.split(":", 1) for line in status)
            self.samples.append(Sample((time.monotonic() - self.begun) / 60, int(fields["VmRSS"].split()[0]) / 1024,
                                       len(os.listdir(f"/proc/{self.pid}/fd")), int(fields["Threads"])))
        except (OSError, KeyError):
            pass  # it has ended, which others notice

    def growth(self):
        """What is not flat, as texts: the last third against the middle one, by their lower quartiles. Hashing a password
        takes 19 MB for a moment, which says nothing of what is kept."""
        third = len(self.samples) // 3
        if third < 2:
            return ["there was no time to look"]
        found = []
        for name, allowed in (("memory", 1.05), ("descriptors", 1.05), ("threads", 1.0)):
            middle, last = (statistics.quantiles((getattr(sample, name) for sample in part), n=4)[0]
                            for part in (self.samples[third:2 * third], self.samples[2 * third:]))
            if last > middle * allowed:
                found.append(f"{name} grew from {middle:.1f} to {last:.1f}")
        return found

    def table(self):
        """Some ten samples, evenly spread."""
        step = max(1, len(self.samples) // 10)
        lines = ["minute  memory MB  descriptors  threads"]
        for sample in [*self.samples[:-1:step], *self.samples[-1:]]:
            lines.append(f"{sample.minute:6.1f}  {sample.memory:9.1f}  {sample.descriptors:11}  {sample.threads:7}")
        return "\n".join(lines)
