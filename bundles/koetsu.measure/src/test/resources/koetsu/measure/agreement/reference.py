"""Computes agreement of two files of records with NLTK; what the implementation is held against.

usage: reference.py TEXT ONE.records.jsonl OTHER.records.jsonl UNITS.json WINDOWS
Records of both files belong together by id. UNITS.json maps fields to a list of units, each a pair of lists of
canonical values; WINDOWS is how many windows fit over the boundaries.
"""
import json
import sys

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.segmentation import pk, windowdiff


def records(path):
    with open(path, encoding="utf-8") as lines:
        return {r["id"]: r for r in map(json.loads, lines)}


def claimed(record):
    out = {}
    for field, values in record["fields"].items():
        for value in values:
            for span in value.get("spans", []):
                for i in range(span["begin"], span["end"]):
                    out.setdefault(i, set()).add(field)
    return out


def sections(record):
    out = {}
    for section in record["sections"]:
        for span in section.get("body", []):
            for i in range(span["begin"], span["end"]):
                out.setdefault(i, set()).add(section["type"])
    return out


def continuum(text, one, other, labels):
    data = []
    for name in sorted(one.keys() & other.keys()):
        extent = {i for r in (one[name], other[name]) for s in r["spans"] for i in range(s["begin"], s["end"])}
        its = [labels(one[name]), labels(other[name])]
        for i in sorted(extent):
            if not text[i].isspace():
                for coder in (0, 1):
                    data.append((coder, (name, i), "+".join(sorted(its[coder].get(i, ())))))
    return data


def difference(one, other):
    one, other = json.loads(one), json.loads(other)
    if len(one) == 1 and len(other) == 1 and isinstance(one[0], list) and SLOTS:
        return sum(a != b for a, b in zip(one[0], other[0])) / len(one[0])
    rest, common = list(other), 0
    for value in one:
        if value in rest:
            rest.remove(value)
            common += 1
    union = len(one) + len(other) - common
    return 1 - common / union if union else 0.0


def boundaries(text, both):
    starts, at = [], 0
    for line in text.split("\n"):
        starts.append((at, at + len(line), not line.strip()))
        at += len(line) + 1
    owner = {}
    for name, record in both.items():
        for span in record["spans"]:
            for n, (begin, end, blank) in enumerate(starts):
                if not blank and begin < span["end"] and end >= span["begin"] and span["begin"] < span["end"]:
                    owner.setdefault(n, name)
    units = [owner.get(n) for n, (_, _, blank) in enumerate(starts) if not blank]
    return "".join("1" if a != b else "0" for a, b in zip(units, units[1:]))


text = open(sys.argv[1], encoding="utf-8", newline="").read()
one, other = records(sys.argv[2]), records(sys.argv[3])
result = {}
result["SPAN_ALPHA"] = AnnotationTask(data=continuum(text, one, other, claimed)).alpha()
result["SECTION_ALPHA"] = AnnotationTask(data=continuum(text, one, other, sections)).alpha()
kinds = [(c, n, (one, other)[c][n]["kind"]) for n in one.keys() & other.keys() for c in (0, 1)]
result["KIND_KAPPA"] = AnnotationTask(data=kinds).kappa_pairwise(0, 1)
for field, (slots, units) in json.load(open(sys.argv[4], encoding="utf-8")).items():
    SLOTS = slots
    data = [(c, n, json.dumps(unit[c], ensure_ascii=False)) for n, unit in enumerate(units) for c in (0, 1)]
    if len({label for _, _, label in data}) > 1:
        result["VALUE_ALPHA " + field] = AnnotationTask(data=data, distance=difference).alpha()
here, there = boundaries(text, one), boundaries(text, other)
k = len(here) - int(sys.argv[5]) + 1
result["PK"] = pk(here, there, k)
result["WINDOW_DIFF"] = windowdiff(here, there, k)
print(json.dumps(result))
