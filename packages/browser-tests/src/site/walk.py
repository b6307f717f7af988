"""Walks the record's interface for programs by its links alone, with nothing but Python's standard library.

Give it the address of a site: it prints, as JSON, how many answers it read, and what it found wrong.
"""

import json
import re
import sys
import urllib.error
import urllib.request

site = sys.argv[1]
faults = []
read = {}


def get(address, headers=None):
    request = urllib.request.Request(address, headers={"accept": "application/json", **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def document(address):
    """Reads an address once, and checks what every answer must have."""
    if address in read:
        return read[address]
    status, headers, body = get(address)
    if status != 200:
        faults.append(f"{address} answers {status}")
        read[address] = (None, {})
        return read[address]
    if not re.fullmatch(r'"[^"]+"', headers["etag"] or ""):
        faults.append(f"{address} has no strong tag")
    again, _, rest = get(address, {"if-none-match": headers["etag"]})
    if (again, rest) != (304, b""):
        faults.append(f"{address} answers {again} to whoever has it")
    links = dict((rel, target) for target, rel in re.findall(r'<([^>]*)>; rel="([^"]*)"', headers["link"] or ""))
    read[address] = (json.loads(body), links)
    return read[address]


def pages(address):
    """The items of a list, from page to page."""
    seen = 0
    while address is not None:
        answer, links = document(address)
        if answer is None:
            return
        yield from answer["items"]
        seen += 1
        address = links.get("next")
        if seen > 200:
            faults.append(f"{address} has no end")
            return


# The record of one instant, so that what is published meanwhile changes nothing: every link leads on at that instant.
now = json.loads(get(f"{site}/api/v1/status")[2])
index, _ = document(f"{site}/api/v1?asOf={now['recordedAt']}")
kinds = ["sources", "actors", "events", "programmes", "issues", "statements", "positions", "commitments", "articles"]
status, _ = document(index["links"]["status"])
records = {}
for kind in kinds:
    items = list(pages(index["links"][kind] + "&limit=3"))
    ids = [item["record"]["id"] for item in items]
    if len(ids) != len(set(ids)) or len(ids) != status["counts"][kind[:-1]]:
        faults.append(f"{kind}: {len(ids)} listed, {len(set(ids))} of them different, {status['counts'][kind[:-1]]} counted")
    for item in items:
        record, _ = document(item["href"])
        if record is not None:
            records[record["id"]] = record["revisionNumber"]

# A copy kept by following the changes holds exactly what the lists hold.
copy = {}
for change in pages(index["links"]["changes"] + "&limit=7"):
    if change["action"] in ("withdraw", "merge"):
        copy.pop(change["record"]["id"], None)
    elif change["language"] is None:
        copy[change["record"]["id"]] = change["revisionNumber"]
if copy != records:
    faults.append("a copy that follows the changes is not what is public")

described, _ = document(index["links"]["openapi"])
print(json.dumps({"read": len(read), "records": len(records), "paths": len(described["paths"]), "faults": faults}))
