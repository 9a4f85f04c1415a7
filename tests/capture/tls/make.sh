#!/bin/sh
# Makes the certificates of the tests anew: an authority that nothing trusts, and what it signed.
# Test keys only. Needs openssl; the results are committed, so that the tests do not.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
touch "$work/index"
printf '[ca]\ndefault_ca=it\n[it]\ndatabase=%s/index\nnew_certs_dir=%s\nrand_serial=yes\ndefault_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n' "$work" "$work" >"$work/ca.cnf"
new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
new_key "$work/authority.key"
new_key server.key
from=20000101000000Z
until=21250101000000Z
root() { # key, name, what the certificate adds
  openssl req -new -key "$1" -subj "/CN=$2" -addext "$3" -out "$work/root.csr"
  openssl ca -batch -notext -selfsign -config "$work/ca.cnf" -keyfile "$1" \
    -startdate $from -enddate $until -in "$work/root.csr"
}
root "$work/authority.key" 'Caldmere test authority' basicConstraints=critical,CA:TRUE >authority.crt
root server.key press.caldmere.example subjectAltName=DNS:press.caldmere.example >self-signed.crt
sign() { # name, host, first day, last day
  openssl req -new -key server.key -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -out "$work/$1.csr"
  openssl ca -batch -notext -config "$work/ca.cnf" -cert authority.crt -keyfile "$work/authority.key" \
    -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$1.crt"
}
sign good press.caldmere.example $from $until
sign expired press.caldmere.example $from 20010101000000Z
sign other-host other.caldmere.example $from $until
rm -r "$work"
