#!/bin/sh
# Trains the attribution tagger: sh training/attribution/run.sh POLNEAR VECTORS WORK [options of train.py]
# POLNEAR holds train/ and dev/ of the unpacked corpus, VECTORS the GloVe files, WORK is a folder for what may be thrown away.
set -eu
if [ $# -lt 3 ]; then
  echo "use: run.sh POLNEAR VECTORS WORK [options of train.py]" >&2
  exit 2
fi
polnear=$1 vectors=$2 work=$3
shift 3
here=$(dirname "$0")
python=${PYTHON:-python3}
node -C source --import tsx "$here/export.ts" --polnear "$polnear" --out "$work"
"$python" "$here/train.py" --features "$work" --polnear "$polnear" --glove "$vectors" --out packages/assets/models/attribution "$@"
