"""Receives one message after the other and has the public libraries of Standard Webhooks check it, each with the secret that
stands in the file at that time. Prints the port, and then a line for each message: ok, or what the libraries say."""
import http.server
import json
import sys

import standardwebhooks
import svix.webhooks


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with open(sys.argv[1]) as file:
            secret = file.read().strip()
        said = []
        for library in (standardwebhooks.Webhook, svix.webhooks.Webhook):
            try:
                library(secret).verify(body, dict(self.headers))
            except Exception as error:
                said.append(f"{library.__module__}: {type(error).__name__} {error}")
        if set(json.loads(body)) != {"type", "timestamp", "data"}:
            said.append("other keys")
        if len(body) >= 20_000:
            said.append(f"{len(body)} bytes")
        print(f"{json.loads(body)['type']} {'; '.join(said) or 'ok'}", flush=True)
        self.send_response(400 if said else 204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
