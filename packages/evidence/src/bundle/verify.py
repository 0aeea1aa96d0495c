#!/usr/bin/env python3
"""Verifies this folder with Python's standard library and openssl alone.

usage: python3 verify.py [<key of the ledger, as text or file>]

Give the key as you know it from elsewhere; without it the folder's own ledger.vkey is believed.
"""
import base64, glob, hashlib, json, os, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
read = lambda name: open(os.path.join(here, name), "rb").read()
sha = lambda data: hashlib.sha256(data).digest()


def signed(key, data, signature, *options):
    """Whether openssl finds that the key (DER) signed the data."""
    with tempfile.TemporaryDirectory() as work:
        names = [os.path.join(work, name) for name in ("key", "data", "signature")]
        for name, part in zip(names, (key, data, signature)):
            open(name, "wb").write(part)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin", *options, "-in", names[1], "-sigfile", names[2]]
        return subprocess.run(command, capture_output=True).returncode == 0


def need(holds, what):
    if not holds:
        sys.exit("WRONG: " + what)


# The key of the ledger (C2SP signed-note): name+id+base64(1 and 32 bytes of Ed25519).
given = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "ledger.vkey")
name, key_id, raw = (open(given).read() if os.path.exists(given) else given).strip().split("+", 2)
raw = base64.b64decode(raw)
need(raw[0] == 1 and sha(name.encode() + b"\n" + raw)[:4].hex() == key_id, "the key of the ledger is damaged")

# The checkpoint (C2SP tlog-checkpoint): name, size and root, signed.
body, signatures = read("checkpoint").decode().rsplit("\n\n", 1)
body += "\n"
mine = [base64.b64decode(line.split(" ")[2]) for line in signatures.splitlines() if line.split(" ")[1] == name]
mine = [one[4:] for one in mine if one[:4].hex() == key_id]
need(mine and signed(bytes.fromhex("302a300506032b6570032100") + raw[1:], body.encode(), mine[0]), "the checkpoint is not signed by the key of the ledger")
origin, size, root = body.split("\n")[:3]
size, root = int(size), base64.b64decode(root)

keys, attached = {}, set()
last = ""
entries = sorted(glob.glob(os.path.join(here, "records", "*.entry.json")), key=lambda file: int(os.path.basename(file).split(".")[0]))
need(entries, "there is no record")
for file in entries:
    number = int(os.path.basename(file).split(".")[0])
    leaf, bundle = open(file, "rb").read(), read(f"records/{number}.sigstore.json")
    entry = json.loads(leaf)
    where = f"record {number}: "
    need(entry["sequence"] == number, where + "it says that it is another one")
    need(entry["time"] >= last, where + "it was written before the one before it")
    last = entry["time"]
    need(sha(bundle).hex() == entry["sha256"], where + "its bundle is not the one whose digest the log holds")

    # It is in the log (RFC 9162, 2.1.3.2).
    head, checkpoint = read(f"records/{number}.tlog-proof").decode().split("\n\n", 1)
    lines = head.split("\n")
    need(checkpoint == read("checkpoint").decode() and lines[1] == f"index {number}", where + "its proof is of another record, or another checkpoint")
    node, first, end = sha(b"\0" + leaf), number, size - 1
    for sibling in map(base64.b64decode, lines[2:]):
        need(end > 0, where + "its proof is too long")
        if first & 1 or first == end:
            node = sha(b"\1" + sibling + node)
            while not first & 1 and first:
                first, end = first >> 1, end >> 1
        else:
            node = sha(b"\1" + node + sibling)
        first, end = first >> 1, end >> 1
    need(end == 0 and node == root, where + "it is not in the log")

    # It is signed (DSSE v1, pre-authentication encoding) by the key that had the role then.
    envelope = json.loads(bundle)["dsseEnvelope"]
    payload, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"]
    encoded = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
    statement = json.loads(payload)
    says = statement["predicate"]
    role = says["role"] if entry["type"] == "key" else "approver" if entry["type"] in ("waiver", "waiver-revocation", "triage") else "scanner"
    if entry["type"] == "key":
        pem = says["publicKey"].split("-----")[2]
        new = base64.b64decode("".join(pem.split()))
        need(sha(new).hex() == statement["subject"][0]["digest"]["sha256"], where + "it names another key than it holds")
        old = keys.get(role)
        need(says.get("replaces") == (sha(old).hex() if old else None), where + "it replaces a key that is not in force")
        if old:
            claim = f"muster key {role} {says['replaces']} {sha(new).hex()}".encode()
            need(signed(new, claim, base64.b64decode(says["possession"]), "-digest", "sha256"), where + "the new key did not sign that it is there")
    signer = keys.get(role) or (new if entry["type"] == "key" else None)
    need(signer and signed(signer, encoded, base64.b64decode(envelope["signatures"][0]["sig"]), "-digest", "sha256"), where + f"it is not signed by the key of the {role}")
    need(statement["predicateType"] == f"urn:muster:evidence:{entry['type']}:1", where + "it is of another kind than the log says")
    if entry["type"] == "key":
        need(all(key != new for other, key in keys.items() if other != role), where + "one key has two roles")
        keys[role] = new
    if entry["type"] == "period-report":
        attached |= {one["digest"]["sha256"] for one in statement["subject"] if "sha256" in one["digest"]}

there = {os.path.basename(file) for file in glob.glob(os.path.join(here, "files", "*"))}
need(there == attached, "the files are not those that records speak of")
for digest in there:
    need(sha(read("files/" + digest)).hex() == digest, f"files/{digest} was changed")

print(f"OK: {len(entries)} records of {origin}, which had {size}; the first of {json.loads(open(entries[0], 'rb').read())['time']}, the last of {last}")
