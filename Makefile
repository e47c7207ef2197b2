# jaccuse. The targets that people want:
#   make          build the library and the programs          make demo    install, build, draw corpus/
#   make check    install, build, run every test              make bench   speed and memory
#   make graphs   draw corpus/ anew into graphs/              make eval    precision and recall
#   make models TREEBANKS=DIR   train the models anew         make parse-eval TREEBANKS=DIR   score them
#   make asan     all tests under AddressSanitizer and UBSan  make install PREFIX=/usr/local
# Build output goes to .build/CONFIG/; CONFIG is release, asan or clang.

CONFIG ?= release
PREFIX ?= /usr/local
DESTDIR ?=

# Every Debian package that building, drawing and testing take: the only list.
PACKAGES = gcc clang make pkg-config libc6-dev \
	libgraphviz-dev libigraph-dev libxml2-dev libyajl-dev libutf8proc-dev libuchardet-dev libsqlite3-dev \
	librsvg2-dev libcmocka-dev fonts-dejavu-core \
	libxml2-utils librsvg2-bin graphviz python3-minimal python3-networkx python3-scipy python3-igraph time xz-utils \
	chromium chromium-driver python3-selenium

CC_release = gcc
CC_asan = gcc
CC_clang = clang
CC := $(CC_$(CONFIG))
FLAGS_release = -O2 -g
FLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_clang = -O1
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
ifdef WERROR
WARNINGS += -Werror
endif

B := .build/$(CONFIG)
LIB_FOLDERS = base article language claim network store output
lib_sources := $(foreach f,$(LIB_FOLDERS),$(sort $(wildcard src/$f/*.c)))
cli_sources := $(sort $(wildcard src/cli/*.c))
draw_sources := $(sort $(wildcard src/draw/*.c))
train_sources := $(sort $(wildcard src/tools/train/*.c))
test_sources := $(sort $(wildcard tests/*/test_*.c))
# The script of the HTML map, made of these, and the hash that its content-security policy names.
page_sources := $(sort $(wildcard src/output/page/*.js))
page_script := $(B)/generated/output/page/script.js
# What stands in the binary: tables, the SQL of case files, the HTML map's script and style, and the
# models of those languages that have one.
data := $(sort $(wildcard src/*/*.tsv src/*/*/*.tsv src/*/*.sql src/*/*/*.css src/language/*/parser.model)) \
	$(page_script) $(page_script).sha256
# By what networks are made of records: case files keep those that these very sources have made.
deciding := $(sort $(foreach f,base claim network,$(wildcard src/$f/*.[ch])))

object = $(patsubst %.c,$(B)/%.o,$1)
lib_objects := $(call object,$(lib_sources)) $(B)/generated/embedded.o
cli_objects := $(call object,$(cli_sources))
draw_objects := $(call object,$(draw_sources))
base_objects := $(call object,$(sort $(wildcard src/base/*.c)))
train_main := $(B)/src/tools/train/main.o
train_objects := $(filter-out $(train_main),$(call object,$(train_sources)))
test_programs := $(patsubst %.c,$(B)/%,$(test_sources))

# Each folder sees the headers of the libraries that DESIGN gives it, and no others.
pc = $(shell pkg-config --cflags $1 2>/dev/null)
INCLUDES_article := $(call pc,libxml-2.0 uchardet)
INCLUDES_network := $(call pc,igraph)
INCLUDES_store := $(call pc,sqlite3)
INCLUDES_output := $(call pc,libxml-2.0)
INCLUDES_draw := $(call pc,libcgraph libgvc librsvg-2.0)
INCLUDES_base := $(call pc,yajl libutf8proc)

LIBRARIES = igraph libxml-2.0 yajl libutf8proc uchardet sqlite3
LIBS := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lm -lpthread
# Graphviz finds its layouts by a system-wide list that may be missing, so they are linked in.
GRAPHVIZ_PLUGINS := $(shell pkg-config --variable=libdir libgvc 2>/dev/null)/graphviz
DRAW_LIBS := $(shell pkg-config --libs libgvc libcgraph librsvg-2.0 yajl libutf8proc 2>/dev/null) \
	-L$(GRAPHVIZ_PLUGINS) -lgvplugin_dot_layout -lgvplugin_neato_layout -lgvplugin_core \
	-Wl,-rpath,$(GRAPHVIZ_PLUGINS) -lm -lpthread

# What is given as CFLAGS or CPPFLAGS comes behind and takes nothing away.
COMPILE = $(CC) -std=c11 -D_GNU_SOURCE $(FLAGS_$(CONFIG)) $(WARNINGS) -fno-common $(CFLAGS)
COMPILE_OBJECT = $(COMPILE) -Iinclude -Isrc -MMD -MP $(CPPFLAGS)

# Commands are shown with V=1.
ifeq ($(V),)
Q = @echo '  $(notdir $@)';
endif

.PHONY: all demo check deps bench graphs draw-graphs eval asan install uninstall clean layers headers \
	test tests stale format trainer models weights parse-eval FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(B)/jaccuse $(B)/jaccuse-draw $(B)/libjaccuse.a

# What no file's time tells: the flags, and the lists of files, from which one may be gone. Each
# stands in a file that is rewritten when it changes.
$(B)/flags: now = $(COMPILE_OBJECT) $(LDFLAGS) $(LIBS) $(DRAW_LIBS)
$(B)/data: now = $(data) $(page_sources) $(deciding)
$(B)/objects: now = $(lib_objects) $(cli_objects) $(draw_objects) $(train_objects)
$(B)/flags $(B)/data $(B)/objects: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(now))' > $@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$(B)/libjaccuse.a: $(lib_objects) $(B)/objects
	@rm -f $@
	@$(AR) qcs $@ $(filter %.o,$^)

$(B)/jaccuse: $(cli_objects) $(B)/libjaccuse.a $(B)/objects
	$(Q)$(COMPILE) $(LDFLAGS) $(filter %.o %.a,$^) $(LIBS) -o $@

# For jaccuse-draw, which takes nothing of the library but its ground floor.
$(B)/libbase.a: $(base_objects) $(B)/objects
	@rm -f $@
	@$(AR) qcs $@ $(filter %.o,$^)

$(B)/jaccuse-draw: $(draw_objects) $(B)/libbase.a $(B)/objects
	$(Q)$(COMPILE) $(LDFLAGS) $(filter %.o %.a,$^) $(DRAW_LIBS) -o $@

$(B)/src/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)$(COMPILE_OBJECT) $(INCLUDES_$(firstword $(subst /, ,$*))) -c $< -o $@

$(B)/tests/%.o: tests/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)$(COMPILE_OBJECT) -Itests $(INCLUDES_$(firstword $(subst /, ,$*))) -c $< -o $@

$(B)/tests/%: $(B)/tests/%.o $(B)/libjaccuse.a
	$(Q)$(COMPILE) $(LDFLAGS) $(filter %.o %.a,$^) $(LIBS) -lcmocka -o $@

# The trainer of models; its tests take all of it but main.
$(B)/libtrain.a: $(train_objects) $(B)/objects
	@rm -f $@
	@$(AR) qcs $@ $(filter %.o,$^)

$(B)/train: $(train_main) $(B)/libtrain.a $(B)/libjaccuse.a
	$(Q)$(COMPILE) $(LDFLAGS) $(filter %.o %.a,$^) $(LIBS) -o $@

$(B)/tests/tools/%: $(B)/tests/tools/%.o $(B)/libtrain.a $(B)/libjaccuse.a
	$(Q)$(COMPILE) $(LDFLAGS) $(filter %.o %.a,$^) $(LIBS) -lcmocka -o $@

# One script, so that one hash allows it; marked so that the page is well-formed XML as well.
$(page_script): $(page_sources) $(B)/data
	@mkdir -p $(@D)
	@{ printf '//<![CDATA[\n(function () {\n"use strict";\n'; cat $(page_sources); \
		printf 'start();\n})();\n//]]>\n'; } > $@

$(page_script).sha256: $(page_script)
	@sha256sum $< | cut -c 1-64 | tr a-f A-F | basenc -d --base16 | base64 -w 0 > $@

# All word lists and models stand in the binary; one generated file names them.
$(B)/embed: src/tools/embed.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -Iinclude -Isrc $< -o $@

$(B)/generated/embedded.c: $(B)/embed $(data) $(deciding) $(B)/data
	@mkdir -p $(@D)
	@$(B)/embed $(data) -- $(deciding) > $@

$(B)/generated/embedded.o: $(B)/generated/embedded.c $(B)/flags
	$(Q)$(COMPILE_OBJECT) -c $< -o $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)

# What is missing is installed by root or through sudo; else the one command to run is told.
deps:
	@missing=; for p in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=; \
	elif sudo -n true 2>/dev/null; then as=sudo; \
	else echo "Some packages are missing. Run:  sudo apt-get install$$missing" >&2; exit 1; fi; \
	$$as apt-get update -q && $$as env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends $$missing

# Sub-makes come after the installation, since pkg-config is asked when a makefile is read.
demo:
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@$(MAKE) --no-print-directory graphs
	@echo; echo "Drawn from corpus/:"; ls -1 graphs/*.svg graphs/*.html graphs/*.graphml graphs/*.jsonl
	@echo "The programs are $(B)/jaccuse and $(B)/jaccuse-draw."

check:
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory layers headers
	@$(MAKE) --no-print-directory -j$$(nproc) WERROR=1 all trainer
	@$(MAKE) --no-print-directory -j$$(nproc) WERROR=1 CONFIG=clang all trainer
	@tests/run.sh release asan

# Every test of one configuration.
test:
	@tests/run.sh $(CONFIG)

asan:
	@tests/run.sh asan

tests: all trainer $(test_programs) $(B)/tests/language/bench_parse $(B)/tests/network/bench_measures

trainer: $(B)/train

layers:
	@tests/layers.sh

# Each public header stands alone, as C11 and as C++.
headers:
	@for h in include/jaccuse.h include/jaccuse/*.h; do \
		$(CC) -std=c11 -pedantic -Wall -Wextra -Werror -Iinclude -fsyntax-only -x c $$h && \
		clang++ -std=c++17 -pedantic -Wall -Wextra -Werror -Wno-pragma-once-outside-header -Iinclude \
			-fsyntax-only -x c++ $$h || exit 1; \
	done; echo "headers: each stands alone"

# The affairs of corpus/ that get a picture of their own, by the names of their articles.
AFFAIRS = alibaba cyber ferry dredging marches

graphs: all
	@$(MAKE) --no-print-directory draw-graphs TO=graphs

draw-graphs:
	@mkdir -p $(TO)
	@$(B)/jaccuse extract -q corpus/articles -o $(TO)/corpus.jsonl
	@$(B)/jaccuse map -q $(TO)/corpus.jsonl -o $(TO)/corpus.svg
	@$(B)/jaccuse map -q $(TO)/corpus.jsonl -o $(TO)/corpus.html
	@$(B)/jaccuse map -q --timeline $(TO)/corpus.jsonl -o $(TO)/timeline.svg
	@$(B)/jaccuse map -q --group corpus/articles/*cyber* -o $(TO)/cyber-frames.svg
	@$(B)/jaccuse export -q $(TO)/corpus.jsonl -o $(TO)/corpus.graphml
	@for affair in $(AFFAIRS); do \
		$(B)/jaccuse map -q corpus/articles/*$$affair* -o $(TO)/$$affair.svg || exit 1; \
	done

# graphs/ must be what the programs draw from corpus/ today.
stale: all
	@rm -rf $(B)/graphs; $(MAKE) --no-print-directory draw-graphs TO=$(B)/graphs
	@diff -rq graphs $(B)/graphs || { echo "graphs/ is stale: run make graphs" >&2; exit 1; }
	@echo "graphs: as drawn today"

# Precision and recall; more gold may stand beside the repository.
GOLD = tests/gold ../shared/gold/seeds ../shared/gold/dev
eval: all
	@tests/eval.sh $(B)/jaccuse $(GOLD)

# The weights of the claims' confidence, fitted on gold that developers read; the other half of it is
# for measuring alone.
READ = $(addsuffix .json,$(foreach l,en fr,$(addprefix $l-,001 005 009 013 017 021 025)))
WEIGHED = corpus/gold tests/spec/en.txt tests/spec/fr.txt $(wildcard tests/gold/*-0?.json \
	tests/gold/*-1[0-2].json ../shared/gold/seeds/*.json $(addprefix ../shared/gold/dev/,$(READ)))
weights: all
	python3 tests/fit_confidence.py $(B)/jaccuse src/claim/confidence.tsv $(WEIGHED)

# Models are trained from treebanks that stand beside the repository, packed, and from what we have
# written ourselves. A model is a source like the tables: it is made anew only when asked for.
TREEBANKS = ../shared/treebanks
unpacked = $(addprefix .build/treebanks/$1/,$(addsuffix .conllu,$2))
MODELS = en fr
TRAIN_en = $(call unpacked,en,train) src/language/en/press.conllu
TRAIN_fr = $(call unpacked,fr,train) src/language/fr/press.conllu
# Transcribed speech, which the last epochs leave out; it helps in French alone.
ASIDE_fr = $(call unpacked,fr,train-spoken)

.build/treebanks/%.conllu: $(TREEBANKS)/%.conllu.xz
	@mkdir -p $(@D)
	xz -dc $< > $@

$(TREEBANKS)/%.conllu.xz:
	@echo "$@ is not there: TREEBANKS=DIR tells where the treebanks are" >&2; exit 1

define train_model
.PHONY: model-$1
model-$1: $(B)/train $(TRAIN_$1) $(ASIDE_$1) $(call unpacked,$1,dev)
	$(B)/train -l $1 -d $(call unpacked,$1,dev) -o $(B)/$1.model $(addprefix -a ,$(ASIDE_$1)) $(TRAIN_$1)
	mv $(B)/$1.model src/language/$1/parser.model
endef
$(foreach l,$(MODELS),$(eval $(call train_model,$l)))

models: $(addprefix model-,$(MODELS))

parse-eval: all
	@tests/parse-eval.sh $(B)/jaccuse $(TREEBANKS)

bench: all $(B)/tests/language/bench_parse $(B)/tests/network/bench_measures
	@tests/bench.sh $(B)

# The library is a static one: whoever links it links all that it stands on, so pkg-config gives that
# at once. (With --static it would give also what these stand on, which need not be installed.)
VERSION = $(shell sed -n 's/^.define JACCUSE_VERSION "\(.*\)"/\1/p' include/jaccuse.h)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/jaccuse
	install -m 755 $(B)/jaccuse $(B)/jaccuse-draw $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(B)/libjaccuse.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 include/jaccuse.h $(DESTDIR)$(PREFIX)/include
	install -m 644 include/jaccuse/*.h $(DESTDIR)$(PREFIX)/include/jaccuse
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' \
		'Name: jaccuse' 'Description: who accuses whom, read off news articles' 'Version: $(VERSION)' \
		'Requires: $(LIBRARIES)' 'Libs: -L$${libdir} -ljaccuse -lm -lpthread' 'Cflags: -I$${includedir}' \
		> $(DESTDIR)$(PREFIX)/lib/pkgconfig/jaccuse.pc

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/jaccuse $(DESTDIR)$(PREFIX)/bin/jaccuse-draw
	rm -f $(DESTDIR)$(PREFIX)/lib/libjaccuse.a $(DESTDIR)$(PREFIX)/lib/pkgconfig/jaccuse.pc
	rm -rf $(DESTDIR)$(PREFIX)/include/jaccuse.h $(DESTDIR)$(PREFIX)/include/jaccuse

format:
	clang-format -i $(sort $(wildcard src/*/*.[ch] src/tools/*/*.[ch] include/*.h include/*/*.h tests/*/*.[ch]))

clean:
	rm -rf .build
