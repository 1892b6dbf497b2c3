"""Compare a report on the made corpus with what was put into it.

    python benchmarks/make_corpus.py --products 10000 --out c.jsonl --key c.key
    listlint check c.jsonl --platform dhgate -f json -o report.json --exit-zero
    python benchmarks/check_corpus.py c.key report.json

Prints each rule that speaks of a clean product (a false alarm, of the rule or of the corpus) with
an example, and for each fault how many of the products that carry only it were told of. Exit 1 if
a clean product has a finding.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path


def main() -> int:
    key, report = map(Path, sys.argv[1:3])
    faults = {line["id"]: line["faults"] for line in map(json.loads, key.open(encoding="utf-8"))}
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for result in json.loads(report.read_text("utf-8")):
        for message in result["messages"]:
            told[message["extra"]["product"]][message["ruleId"]] = message["message"]
    alarms = Counter(rule for id, said in told.items() if not faults.get(id) for rule in said)
    for rule, count in alarms.most_common():
        id, text = next((i, s[rule]) for i, s in told.items() if rule in s and not faults.get(i))
        print(f"false alarm  {rule:36}{count:>6}  {id}: {text}")
    alone = Counter(has[0] for has in faults.values() if len(has) == 1)
    found = Counter(
        has[0]
        for id, has in faults.items()
        if len(has) == 1 and has[0].partition("#")[0] in told.get(id, {})
    )
    for fault, count in sorted(alone.items()):
        print(
            f"{'missed' if found[fault] < count else 'told':13}{fault:36}{found[fault]:>6}/{count}"
        )
    clean = [id for id, has in faults.items() if not has]
    print(f"{sum(id in told for id in clean)} of {len(clean)} clean products have findings,")
    print(f"{len(set(told) - set(clean))} of {len(faults) - len(clean)} others.")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
