#!/usr/bin/env bash
# Installs the peers into .cache/peers of the repository, each from its own registry; 1.2 GB, most of it CoreNLP's models.
# One that cannot be installed is said so and left out: run.ts reports it as "not installed".
set -uo pipefail
cd "$(dirname "$0")/../.."
home=$PWD/.cache/peers
mkdir -p "$home/npm"

cp benchmarks/peers/package.json "$home/npm/package.json"
npm install --prefix "$home/npm" --ignore-scripts --no-audit --no-fund || echo "npm: wink-nlp and compromise are not installed"

{ python3 -m venv "$home/python" && "$home/python/bin/pip" install -q -r benchmarks/peers/requirements.txt; } ||
  echo "pip: spaCy is not installed"

mvn -q -B -f benchmarks/peers/pom.xml dependency:build-classpath -Dmdep.outputFile="$home/corenlp.classpath" ||
  echo "mvn: CoreNLP is not installed"
