# SPDX-FileCopyrightText: 2026 The Tenantry authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two engines may answer differently. At most ten entries, each with its reason."""

import re

# (what it is about and why, pattern, what stands in its place before answers are compared)
ALLOWED = [
    ("The correlation id of a refusal: each request gets one of its own.",
     re.compile(rb'"correlation_id":"[-0-9a-f]+"'), b'"correlation_id":""'),
    ("The rank of a row in a search: ts_rank and bm25 weigh words differently; which rows match is the same.",
     re.compile(rb'"rank":[-+.0-9eE]+'), b'"rank":0'),
]


def comparable(body):
    for _, pattern, replacement in ALLOWED:
        body = pattern.sub(replacement, body)
    return body
