#!/usr/bin/env bash
# A Postfix and a Dovecot of their own on loopback, for the tests tagged real-servers:
#   mail-servers.sh start FOLDER   needs root; FOLDER is made and must not exist; its path should be short
#   mail-servers.sh stop FOLDER    ends both and removes FOLDER
# FOLDER/mail.properties tells the ports; give it to the tests by -Dimprimatur.test.mail=FOLDER/mail.properties
# Mailboxes of clinic.example and imprimatur.local: decide, ada and legal, whose passwords are their names.
# user+detail reaches user; mail to anybody else is accepted and bounces.
set -euo pipefail

command=${1:-}
folder=${2:-}
if [ -z "$folder" ]; then
  echo "usage: $0 start|stop FOLDER" >&2
  exit 2
fi

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

wait_for() {
  for _ in $(seq 100); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
      return
    fi
    sleep 0.1
  done
  echo "Nothing listens on port $1:" >&2
  tail -n 20 "$folder"/*.log >&2 || true
  exit 1
}

configure_dovecot() {
  mkdir -p "$folder/mail" "$folder/dovecot"
  chown mail:mail "$folder/mail"
  printf '%s\n' 'decide:{PLAIN}decide' 'ada:{PLAIN}ada' 'legal:{PLAIN}legal' >"$folder/users"
  cat >"$folder/dovecot.conf" <<EOF
base_dir = $folder/dovecot
log_path = $folder/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Ln
recipient_delimiter = +
first_valid_uid = 1
mail_location = maildir:$folder/mail/%n
passdb {
  driver = passwd-file
  args = $folder/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%n
}
service imap-login {
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
EOF
}

configure_postfix() {
  mkdir -p "$folder/postfix" "$folder/queue" "$folder/data"
  chown postfix "$folder/data"
  cat >"$folder/postfix/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.clinic.example
mydomain = clinic.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
disable_dns_lookups = yes
alias_maps =
recipient_delimiter = +
virtual_mailbox_domains = clinic.example, imprimatur.local
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
lmtp_destination_recipient_limit = 1
# unknown people are found out on delivery, so that a bounce is written
smtpd_reject_unlisted_recipient = no
default_transport = error:5.1.2 no mail leaves this test
message_size_limit = 60000000
EOF
  cat >"$folder/postfix/master.cf" <<EOF
127.0.0.1:$smtp inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp flags=DORX
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
EOF
}

case $command in
  start)
    for program in postfix dovecot; do
      if ! PATH=$PATH:/usr/sbin command -v "$program" >/dev/null; then
        echo "No mail servers to test against: $program is not installed (apt-get install postfix dovecot-imapd dovecot-lmtpd)."
        exit 0
      fi
    done
    if [ "$(id -u)" != 0 ]; then
      echo "No mail servers to test against: only root can start them."
      exit 0
    fi
    PATH=$PATH:/usr/sbin
    mkdir "$folder"
    chmod 755 "$folder"
    smtp=$(free_port) imap=$(free_port) lmtp=$(free_port)
    configure_dovecot
    configure_postfix
    dovecot -c "$folder/dovecot.conf"
    postfix -c "$folder/postfix" start 2>"$folder/postfix-start.log"
    wait_for "$lmtp"
    wait_for "$imap"
    wait_for "$smtp"
    printf '%s\n' host=127.0.0.1 "smtp=$smtp" "imap=$imap" domain=clinic.example >"$folder/mail.properties"
    echo "Postfix on 127.0.0.1:$smtp, Dovecot on 127.0.0.1:$imap: $folder/mail.properties"
    ;;
  stop)
    PATH=$PATH:/usr/sbin
    if [ -d "$folder/postfix" ]; then
      postfix -c "$folder/postfix" stop 2>/dev/null || true
    fi
    if [ -f "$folder/dovecot.conf" ]; then
      doveadm -c "$folder/dovecot.conf" stop 2>/dev/null || true
      rm -rf "$folder"
    fi
    ;;
  *)
    echo "usage: $0 start|stop FOLDER" >&2
    exit 2
    ;;
esac
