"""Receives what webhooks are told, and now and then has a message come again."""
import http.server
import json
import threading
import zlib


class Receiver:
    def __init__(self, address):
        self.lock = threading.Lock()
        # Of each message, by its identifier: the submission, the bodies that came, and how often it was turned away.
        self.messages = {}
        self.duplicates = 0
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 60

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(receiver.take(self.headers["webhook-id"], body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass  # Of connections that break there are many here.

        self.server = Server((address, 0), Handler)
        self.url = f"http://{address}:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, identifier, body):
        """The status of the answer: every fifth message is turned away the first time that it comes."""
        with self.lock:
            message = self.messages.setdefault(identifier, {"bodies": [], "refusals": 0})
            message["bodies"].append(body)
            if zlib.crc32(identifier.encode()) % 5 == 0 and message["refusals"] == 0:
                message["refusals"] = 1
                return 500
            if len(message["bodies"]) - message["refusals"] > 1:
                self.duplicates += 1
            return 204

    def arrived(self):
        """The submissions of which a verdict was told, and taken."""
        with self.lock:
            found = {}
            for identifier, message in self.messages.items():
                news = json.loads(message["bodies"][0])
                if news["type"] == "submission.graded" and len(message["bodies"]) > message["refusals"]:
                    found.setdefault(news["data"]["id"], set()).add(identifier)
            return found

    def unequal(self):
        """Messages that came again, and otherwise."""
        with self.lock:
            return [name for name, message in self.messages.items() if len(set(message["bodies"])) > 1]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
