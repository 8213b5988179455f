# judge: make demo runs the main job, make test passes the tests; both install what they miss first.
# Everything that is built goes to .build/.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
BUILD := .build
JAIL := $(BUILD)/sandbox/judge-jail
JAIL_SOURCES := $(wildcard Sandbox/Jail/*.c) $(wildcard Sandbox/Jail/*.h)
CFLAGS ?= -O2 -g
SANITIZED := $(BUILD)/sanitized/judge-jail
JAIL_STANDARD := -std=gnu17 -D_GNU_SOURCE
JAIL_WARNINGS := -Wall -Wextra -Werror
JAIL_FLAGS := $(JAIL_STANDARD) $(JAIL_WARNINGS) -D_FORTIFY_SOURCE=3 -fstack-protector-strong -static
# bubblewrap: namespaces and mounts; libseccomp-dev: the filter; libc6-dev, g++: what the static links of Swift need;
# libsqlite3-dev: what the daemon remembers; libpq-dev: the same on a server of PostgreSQL; libcurl4-openssl-dev: requests to daemons elsewhere;
# libcmark-gfm-dev, libcmark-gfm-extensions-dev: statements as HTML.
PACKAGES := bubblewrap libseccomp-dev libc6-dev libsqlite3-dev libpq-dev libcurl4-openssl-dev libcmark-gfm-dev \
  libcmark-gfm-extensions-dev gcc g++
RELEASE := $(BUILD)/release/judge
JUDGE := $(RELEASE)

.PHONY: all demo test fuzz test-cgroup2 test-cluster test-cluster-netem check-api check-webhooks check-export check-formats \
  check-similar check-package check-deployment install install-files package uninstall lint format bench bench-grade verify \
  mutate verify-load submit-load attack calibrate calibrate-load dependencies jail clean

all: dependencies jail
	@$(MAKE) --no-print-directory announce-release
	$(SWIFT) build -c release --product judge
	@$(call note-commit,$(BUILD)/release)

# What `judge --version` says it was built from; nothing where there is no repository.
note-commit = { git describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null || true; } >$(1)/commit; [ -s $(1)/commit ] || rm $(1)/commit

demo: all
	@echo
	$(JUDGE) submit Challenges/kmeans/submissions/accepted/plain.swift --challenge kmeans

# One test at a time: most of them run compilers and jails, which share the cores badly.
# The debug build of the tests and the release build of the commands share nothing, so each announces itself.
# Some hold counts of instructions against those of the meter, which takes valgrind; some look at the pages with a real
# browser. The jail's own tests run a second time
# with a jail that watches its own memory and arithmetic; what it notices it writes into a file of its own.
test: PACKAGES += valgrind curl openssl chromium chromium-driver python3 python3-yaml git postgresql
test: dependencies jail fuzz $(SANITIZED)
	@[ -d $(BUILD)/debug/judge.build ] || echo "First build of the tests: 4 to 10 minutes on two cores."
	$(SWIFT) build --build-tests
	@$(call run-tests,)
	@rm -f $(SANITIZED).report.*
	@export JUDGE_JAIL=$(abspath $(SANITIZED)) ASAN_OPTIONS=log_path=$(abspath $(SANITIZED)).report \
	  UBSAN_OPTIONS=log_path=$(abspath $(SANITIZED)).report:print_stacktrace=1; $(call run-tests,--filter JailTests)
	@! cat $(SANITIZED).report.* 2>/dev/null

# What failed is said once more at the end, where it is seen.
run-tests = set -o pipefail; $(SWIFT) test --skip-build --no-parallel $(1) 2>&1 | tee $(BUILD)/tests.log \
  || { echo; echo "What failed (all is in $(BUILD)/tests.log):"; \
    grep -a '^✘ Test .* recorded' $(BUILD)/tests.log || tail -n 20 $(BUILD)/tests.log; exit 1; }

$(SANITIZED): $(JAIL_SOURCES) $(JAIL) Makefile
	@mkdir -p $(@D)
	$(CC) -O1 -g $(JAIL_STANDARD) $(JAIL_WARNINGS) -fsanitize=address,undefined -fno-sanitize-recover=all \
	  -fno-omit-frame-pointer -DINIT_EXECUTABLE='"$(abspath $(JAIL))"' -o $@ $(filter %.c,$(JAIL_SOURCES)) -lseccomp

# The parsers of the jail, fed with whatever breaks parsers. More by FUZZ_RUNS=….
FUZZ_RUNS ?= 50000
FUZZERS := $(addprefix $(BUILD)/fuzz/,lines answers requests)
fuzz: dependencies $(FUZZERS)
	@for fuzzer in $(FUZZERS); do \
	  $$fuzzer -runs=$(FUZZ_RUNS) -max_len=4096 -dict=Tests/Fuzz/lines.dict -artifact_prefix=$(BUILD)/fuzz/ >$$fuzzer.log 2>&1 \
	    || { cat $$fuzzer.log; exit 1; }; echo "$$fuzzer: $$(tail -n 1 $$fuzzer.log)"; done

# clang and libFuzzer come with Swift.
CLANG ?= $(dir $(realpath $(shell command -v $(SWIFT))))clang
SUPERVISOR_PARSERS := $(addprefix Sandbox/Jail/,requests.c launch.c traffic.c meter.c protocol.c system.c cgroup.c)
INIT_PARSERS := $(addprefix Sandbox/Jail/,runs.c folder.c protocol.c system.c landlock.c rules.c seccomp.c begin.c user.c)
$(BUILD)/fuzz/lines $(BUILD)/fuzz/answers: FUZZED := $(SUPERVISOR_PARSERS)
$(BUILD)/fuzz/requests: FUZZED := $(INIT_PARSERS)
$(BUILD)/fuzz/%: Tests/Fuzz/%.c $(wildcard Tests/Fuzz/*.h) Tests/Fuzz/host.c $(JAIL_SOURCES) Makefile
	@mkdir -p $(@D)
	$(CLANG) -O1 -g $(JAIL_STANDARD) -w -fuse-ld=lld -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	  -include Tests/Fuzz/host.h -o $@ $< Tests/Fuzz/host.c $(FUZZED) -lseccomp

# The jail's tests on a kernel whose control groups are v2, whatever this host has: as root, and as an ordinary user.
test-cgroup2: PACKAGES += qemu-system-x86 busybox-static cpio
test-cgroup2: dependencies jail
	$(SWIFT) build --build-tests
	Tests/CgroupV2/boot $(BUILD)/cgroup2 $(BUILD)/debug/judgePackageTests.xctest --testing-library swift-testing \
	  --no-parallel --filter JailTests

# Many hosts with one database of PostgreSQL, each in a network namespace of its own, while hosts, wires, clocks and disks
# fail. As root; 10 to 15 minutes.
test-cluster test-cluster-netem: PACKAGES += postgresql iproute2 python3
test-cluster: as-root all
	Tests/Cluster/run $(JUDGE) $(BUILD)/cluster

# A little of it on a kernel whose netem makes wires poor, whatever this host has: in qemu's software emulation, where all is
# slow.
test-cluster-netem: PACKAGES += qemu-system-x86 busybox-static cpio
test-cluster-netem: as-root all
	Tests/Cluster/run --slow --prepare --state $(BUILD)/cluster/few $(JUDGE) $(BUILD)/cluster
	BOOT_AS=root BOOT_MODULES="veth bridge sch_netem" Tests/CgroupV2/boot $(BUILD)/cgroup2 \
	  Tests/Cluster/run --slow --state $(BUILD)/cluster/few --only 3 --count 6 --lease 20 $(JUDGE) /tmp/cluster

as-root:
	@[ "$$(id -u)" = 0 ] || { echo "This makes network namespaces, so it takes root: run it with sudo."; exit 69; }
.PHONY: as-root

announce-release:
	@[ -x $(RELEASE) ] || echo "First build: 4 to 10 minutes on two cores; later ones take seconds."
.PHONY: announce-release

jail: $(JAIL)
$(JAIL): $(JAIL_SOURCES) Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(JAIL_FLAGS) -o $@ $(filter %.c,$(JAIL_SOURCES)) -lseccomp

# Installs only what is missing, and says what to do where it may not.
dependencies:
	@command -v $(SWIFT) >/dev/null || { echo "judge needs Swift 6.3 or newer: https://www.swift.org/install/linux/"; exit 69; }
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  if command -v bwrap >/dev/null && echo '#include <seccomp.h>' | $(CC) -E - >/dev/null 2>&1; then exit 0; fi; \
	  echo "Install these with your package manager:$$missing"; exit 69; fi; \
	if [ "$$(id -u)" = 0 ]; then run=""; elif sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; then run=sudo; \
	else echo "As root, run: apt-get install$$missing"; exit 69; fi; \
	echo "Installing$$missing"; \
	$$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing

install: all
	@$(MAKE) --no-print-directory install-files

# Puts what was built in place.
install-files:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/judge $(DESTDIR)$(PREFIX)/share/judge/Sandbox
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/judge
	[ ! -e $(dir $(RELEASE))commit ] || install -m 644 $(dir $(RELEASE))commit $(DESTDIR)$(PREFIX)/share/judge/commit
	install -m 755 $(JAIL) $(DESTDIR)$(PREFIX)/libexec/judge/judge-jail
	rm -rf $(DESTDIR)$(PREFIX)/share/judge/Challenges $(DESTDIR)$(PREFIX)/share/judge/Sandbox/ChallengeKit \
	  $(DESTDIR)$(PREFIX)/share/judge/Sandbox/Meter $(DESTDIR)$(PREFIX)/share/judge/Hostile
	cp -R Challenges $(DESTDIR)$(PREFIX)/share/judge/Challenges
	cp -R Sandbox/ChallengeKit $(DESTDIR)$(PREFIX)/share/judge/Sandbox/ChallengeKit
	cp -R Sandbox/Meter $(DESTDIR)$(PREFIX)/share/judge/Sandbox/Meter
	cp -R Tests/Hostile $(DESTDIR)$(PREFIX)/share/judge/Hostile
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/judge
	$(RELEASE) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_judge
	$(RELEASE) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/judge.fish

# A Debian package and a tarball in dist/, for hosts that build nothing: Swift's own libraries are in the command.
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/JudgeCommands/JudgeCommand.swift)
package: PACKAGES += dpkg-dev python3
package: dependencies jail
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path $(BUILD)/static --product judge
	@$(call note-commit,$(BUILD)/static/release)
	Deployment/package $(BUILD)/static/release/judge $(VERSION) dist

# The package and the tarball, tried in a clean root of Debian. As root.
check-package: PACKAGES += debootstrap
check-package: package
	Tests/Package/check dist/judge_$(VERSION)_*.deb dist/judge-$(VERSION)-linux-*.tar.gz $(BUILD)/package

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/judge $(DESTDIR)$(PREFIX)/libexec/judge $(DESTDIR)$(PREFIX)/share/judge \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/judge $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_judge \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/judge.fish

SWIFT_FILES = Package.swift Sources Tests Sandbox Challenges

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SWIFT_FILES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SWIFT_FILES)

# Requests of all shapes that the API's own description allows, and those that it does not, against a daemon at work.
check-api: PACKAGES += python3-venv curl
check-api: all
	@[ -x $(BUILD)/schemathesis/bin/schemathesis ] || { python3 -m venv $(BUILD)/schemathesis && \
	  $(BUILD)/schemathesis/bin/pip install -q schemathesis; }
	Tests/API/check $(JUDGE) $(BUILD)/schemathesis/bin/schemathesis

# What webhooks are sent, checked by the libraries that receivers use.
check-webhooks: PACKAGES += python3-venv
check-webhooks: all
	@[ -d $(BUILD)/receivers ] || { python3 -m venv $(BUILD)/receivers && \
	  $(BUILD)/receivers/bin/pip install -q standardwebhooks svix; }
	Tests/Webhooks/check $(JUDGE) $(BUILD)/receivers/bin/python

# Each challenge as a package for other judges, verified by Kattis's problemtools.
check-export: PACKAGES += python3-venv
check-export: all
	@[ -d $(BUILD)/problemtools ] || { python3 -m venv $(BUILD)/problemtools && \
	  $(BUILD)/problemtools/bin/pip install -q problemtools; }
	Tests/Export/check $(JUDGE) $(BUILD)/problemtools/bin/verifyproblem

# Reports in the forms that other programs read, read by such programs.
check-formats: PACKAGES += python3-venv perl
check-formats: all
	@[ -d $(BUILD)/readers ] || { python3 -m venv $(BUILD)/readers && \
	  $(BUILD)/readers/bin/pip install -q junitparser sarif-tools; }
	$(BUILD)/readers/bin/python Tests/Formats/check $(abspath $(JUDGE))

# What the files for containers and clusters say, held against the command and against Kubernetes' schemas.
check-deployment: PACKAGES += python3-venv
check-deployment: all
	@[ -d $(BUILD)/deployment ] || { python3 -m venv $(BUILD)/deployment && \
	  $(BUILD)/deployment/bin/pip install -q pyyaml kubernetes-validate; }
	$(BUILD)/deployment/bin/python Tests/Deployment/check $(abspath $(JUDGE))

# How well disguised copies are found among independent solutions, beside PyPI's copydetect.
check-similar: PACKAGES += python3-venv
check-similar: all
	@[ -d $(BUILD)/similarity ] || { python3 -m venv $(BUILD)/similarity && \
	  $(BUILD)/similarity/bin/pip install -q copydetect; }
	$(BUILD)/similarity/bin/python Tests/Similarity/compare $(abspath $(JUDGE))

# Ratios in one run, printed; see Tests/Bench.
bench: PACKAGES += wrk postgresql
bench: all
	$(SWIFT) build -c release --product judge-bench
	$(BUILD)/release/judge-bench $(abspath $(JUDGE))

# A repository of a study group, graded whole and after one change.
bench-grade: PACKAGES += git bc
bench-grade: all
	Tests/Bench/grade $(JUDGE) --jobs $$(nproc)

# Every packaged submission gets the verdict that its folder promises, and every package is complete.
verify: all
	$(JUDGE) verify --strict

# The hidden data of each challenge notice 95 % of the small changes of its model solution.
mutate: all
	status=0; for folder in Challenges/*/; do $(JUDGE) mutate --quiet $$(basename $$folder) || status=1; done; exit $$status

# The same, twenty times in a row with two busy loops beside it.
verify-load: all
	Tests/Bench/verify-load $(JUDGE) 20

# The hostile programs of Tests/Hostile against both tiers of the sandbox, with nothing compiled before.
attack: all
	for tier in full restricted; do state=$$(mktemp -d); \
	  $(JUDGE) doctor --attack --sandbox $$tier --state "$$state"; status=$$?; rm -rf "$$state"; \
	  [ $$status = 0 ] || exit $$status; done

# One solution a hundred times, with two busy loops beside it: the growth in its reports is the same to the last digit.
submit-load: all
	Tests/Bench/submit-load $(JUDGE) 100

# How often the test of growth is right, on programs whose growth is known, beside two known rules; see Tests/Calibration.
calibrate: PACKAGES += valgrind
calibrate: all
	$(SWIFT) build -c release --product judge-calibrate
	$(BUILD)/release/judge-calibrate

# Whether it says the same twenty times, idle, beside two busy loops and beside a memory hog: of programs of each kind of
# growth, one that draws random numbers and one whose instructions are counted among them.
REPEATED := plain/sort_first_sixteen plain/power_by_squaring plain/root_by_odd plain/next_greater_by_stack \
  onefamily/quicksort_three_way_drawn plain/pratt_shell plain/unrolled_list plain/selection_sort plain/power_set \
  library/joined_path cheats/searches_bytes space/prefixes_kept
calibrate-load: all
	$(SWIFT) build -c release --product judge-calibrate
	$(BUILD)/release/judge-calibrate --repeats 20 $(REPEATED)

clean:
	rm -rf $(BUILD)
