/// What pages can do besides being read, where a browser runs scripts.
enum LiveScript {
    /// The file `/static/live.js`.
    static let text = #"""
        "use strict";
        // Nothing here is needed: without it, pages reload themselves and forms are sent as they are.
        (() => {
          const status = document.getElementById("status");
          if (status) follow(status, document.getElementById("status-text"));
          for (const input of document.querySelectorAll("input[type=file][data-fills]")) {
            fill(input, document.getElementById(input.dataset.fills));
          }

          // Shows what is done with a submission while it is done, and loads the page anew once there is more to see.
          function follow(status, line) {
            const again = () => setTimeout(() => location.reload(), 5000);
            if (!window.EventSource) return again();
            const events = new EventSource(status.dataset.events);
            events.addEventListener("status", (event) => {
              if (line.textContent !== event.data) line.textContent = event.data;
            });
            events.addEventListener("done", () => {
              events.close();
              location.reload();
            });
            // A browser connects again by itself unless the server has refused it.
            events.addEventListener("error", () => {
              if (events.readyState === EventSource.CLOSED) again();
            });
          }

          // A chosen or dropped file is shown where it can be read; whoever edits it there sends what is written there.
          function fill(input, area) {
            const read = async () => {
              const file = input.files[0];
              if (file && file.size <= Number(input.dataset.limit)) area.value = await file.text();
            };
            input.addEventListener("change", read);
            area.addEventListener("input", () => { input.value = ""; });
            area.addEventListener("dragover", (event) => {
              if (event.dataTransfer.types.includes("Files")) event.preventDefault();
            });
            area.addEventListener("drop", (event) => {
              if (event.dataTransfer.files.length === 0) return;
              event.preventDefault();
              input.files = event.dataTransfer.files;
              read();
            });
            area.addEventListener("keydown", (event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
            });
          }
        })();

        """#
}
