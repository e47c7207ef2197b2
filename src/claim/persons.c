#include "claim/persons.h"

#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/table.h"
#include "base/unicode.h"
#include "claim/gazetteer.h"

/* One who is called by a name that stands alone, and the next one. */
typedef struct bearer {
    size_t person;
    size_t next; /* bearer, or JA_NO_PERSON */
} bearer;

static struct {
    ja_person *persons;
    size_t count, capacity;
    bearer *bearers;
    size_t bearer_count, bearer_capacity;
    ja_map ids;      /* id -> person */
    ja_map names;    /* key of a full name -> person */
    ja_map surnames; /* key of a name that stands alone -> the last of its bearers */
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

/* The key of a form of the table; empty: too long. */
static ja_slice key_of(char *bytes, ja_slice form)
{
    return ja_gazetteer_key(bytes, ja_fold(&lazy.arena, form));
}

/* The parts of a cell; the first `*count` places of what is returned may hold one already. */
static ja_slice *split(ja_slice first, ja_slice cell, size_t *count)
{
    size_t room = 2;
    for (size_t i = 0; i < cell.length; i++)
        room += cell.at[i] == '|';
    ja_slice *parts = JA_NEW_N(&lazy.arena, ja_slice, room), part;
    *count = 0;
    if (first.length)
        parts[(*count)++] = first;
    while (ja_next_field(&cell, '|', &part))
        parts[(*count)++] = part;
    return parts;
}

/* "france 2017-05/2022"; the entry is JA_NO_ENTRY where no such is known. */
static ja_office office_of(ja_slice cell)
{
    ja_office office = {.of = JA_NO_ENTRY};
    ja_slice of = JA_SLICE("");
    ja_next_field(&cell, ' ', &of);
    ja_next_field(&cell, '/', &office.from);
    office.of = ja_gazetteer_by_id(of);
    office.to = cell;
    return office;
}

static const ja_office *offices_of(ja_slice cell, size_t *count)
{
    const ja_slice *parts = split(JA_SLICE(""), cell, count);
    ja_office *offices = JA_NEW_N(&lazy.arena, ja_office, *count);
    for (size_t i = 0; i < *count; i++)
        offices[i] = office_of(parts[i]);
    return offices;
}

static void add_surname(size_t person, ja_slice surname)
{
    char bytes[JA_LONGEST_KEY];
    bearer one = {person, JA_NO_PERSON};
    bool added;
    size_t *last =
        ja_map_put(&loaded.surnames, key_of(bytes, surname), loaded.bearer_count, &added);
    if (!added) {
        one.next = *last;
        *last = loaded.bearer_count;
    }
    JA_PUSH(&lazy.arena, loaded.bearers, loaded.bearer_count, loaded.bearer_capacity, one);
}

static void add_person(const ja_table *row)
{
    char bytes[JA_LONGEST_KEY];
    size_t index = loaded.count;
    ja_person person = {.id = row->column[0]};
    person.sex = row->column[4].length ? row->column[4].at[0] : 0;
    person.names = split(row->column[1], row->column[2], &person.name_count);
    person.surnames = split(JA_SLICE(""), row->column[3], &person.surname_count);
    person.offices = offices_of(row->column[5], &person.office_count);
    ja_map_put(&loaded.ids, person.id, index, NULL);
    for (size_t i = 0; i < person.name_count; i++)
        ja_map_put(&loaded.names, key_of(bytes, person.names[i]), index, NULL);
    for (size_t i = 0; i < person.surname_count; i++)
        add_surname(index, person.surnames[i]);
    JA_PUSH(&lazy.arena, loaded.persons, loaded.count, loaded.capacity, person);
}

static void load_persons(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    ja_map_init(&loaded.ids, &lazy.arena);
    ja_map_init(&loaded.names, &lazy.arena);
    ja_map_init(&loaded.surnames, &lazy.arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/persons.tsv"));
    while (ja_table_next(&table))
        add_person(&table);
}

size_t ja_person_count(void)
{
    return ja_gazetteer_count() && ja_lazy_load(&lazy, load_persons, NULL) ? loaded.count : 0;
}

const ja_person *ja_person_at(size_t index)
{
    return index < ja_person_count() ? &loaded.persons[index] : NULL;
}

size_t ja_person_named(ja_slice folded)
{
    char bytes[JA_LONGEST_KEY];
    const size_t *person = NULL;
    if (ja_person_count())
        person = ja_map_get(&loaded.names, ja_gazetteer_key(bytes, folded));
    return person ? *person : JA_NO_PERSON;
}

/* By as much as both dates tell: "2017" and "2017-05-14" are one. */
static int compare_dates(ja_slice a, ja_slice b)
{
    size_t length = a.length < b.length ? a.length : b.length;
    return memcmp(a.at, b.at, length);
}

static bool is_held_on(const ja_office *office, ja_slice date)
{
    return compare_dates(office->from, date) <= 0 &&
           (office->to.length == 0 || compare_dates(date, office->to) <= 0);
}

/* Of two offices in the month of the change, the later. */
static const ja_office *office_on(const ja_person *person, ja_slice date)
{
    for (size_t i = person->office_count; i-- > 0;)
        if (is_held_on(&person->offices[i], date))
            return &person->offices[i];
    return NULL;
}

size_t ja_person_called(ja_slice folded, char sex, const char *date)
{
    char bytes[JA_LONGEST_KEY];
    const size_t *last = NULL;
    size_t found = JA_NO_PERSON;
    if (date && ja_person_count())
        last = ja_map_get(&loaded.surnames, ja_gazetteer_key(bytes, folded));
    for (size_t i = last ? *last : JA_NO_PERSON; i != JA_NO_PERSON; i = loaded.bearers[i].next) {
        const ja_person *person = &loaded.persons[loaded.bearers[i].person];
        if ((sex && person->sex != sex) || !office_on(person, ja_slice_of(date)))
            continue;
        if (found != JA_NO_PERSON)
            return JA_NO_PERSON;
        found = loaded.bearers[i].person;
    }
    return found;
}

/* The state of a ministry, the owner of a company. */
static size_t principal_of(size_t entry)
{
    while (ja_gazetteer_entry_at(entry)->of != JA_NO_ENTRY)
        entry = ja_gazetteer_entry_at(entry)->of;
    return entry;
}

size_t ja_person_office(size_t person, const char *date)
{
    const ja_person *known = ja_person_at(person);
    if (date) {
        const ja_office *office = office_on(known, ja_slice_of(date));
        return office ? office->of : JA_NO_ENTRY;
    }
    const ja_office *last = &known->offices[known->office_count - 1];
    for (size_t i = 0; i < known->office_count; i++)
        if (principal_of(known->offices[i].of) != principal_of(last->of))
            return JA_NO_ENTRY;
    return last->to.length ? JA_NO_ENTRY : last->of;
}

/* ---- soundness ---- */

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static bool is_date(ja_slice text)
{
    static const char first[] = "0000-01-01";
    char day[sizeof first];
    if (text.length != 4 && text.length != 7 && text.length != 10)
        return false;
    memcpy(day, first, sizeof day);
    memcpy(day, text.at, text.length);
    return ja_is_day((ja_slice){day, sizeof day - 1});
}

static const char *fault_of_offices(const ja_person *person)
{
    if (person->office_count == 0)
        return "no office";
    for (size_t i = 0; i < person->office_count; i++) {
        const ja_office *office = &person->offices[i];
        if (office->of == JA_NO_ENTRY)
            return "office of nobody in gazetteer.tsv";
        if (!is_date(office->from) || (office->to.length && !is_date(office->to)))
            return "no date";
        if (office->to.length && compare_dates(office->from, office->to) > 0)
            return "office that ends before it begins";
        if (i && compare_dates(person->offices[i - 1].to, office->from) > 0)
            return "offices out of order";
    }
    return NULL;
}

/* Whether two persons are ever in office at one time but for the day or month of a change. */
static bool are_contemporaries(const ja_person *a, const ja_person *b)
{
    for (size_t i = 0; i < a->office_count; i++)
        for (size_t k = 0; k < b->office_count; k++) {
            const ja_office *one = &a->offices[i], *other = &b->offices[k];
            if ((one->to.length == 0 || compare_dates(other->from, one->to) < 0) &&
                (other->to.length == 0 || compare_dates(one->from, other->to) < 0))
                return true;
        }
    return false;
}

static const char *fault_of_names(size_t index)
{
    char bytes[JA_LONGEST_KEY];
    const ja_person *person = &loaded.persons[index];
    for (size_t i = 0; i < person->name_count; i++)
        if (*ja_map_get(&loaded.names, key_of(bytes, person->names[i])) != index)
            return "full name of two";
    for (size_t i = 0; i < person->surname_count; i++) {
        ja_slice key = key_of(bytes, person->surnames[i]);
        size_t at = *ja_map_get(&loaded.surnames, key);
        if (ja_map_get(&loaded.names, key))
            return "full name that stands for another";
        for (; at != JA_NO_PERSON; at = loaded.bearers[at].next)
            if (loaded.bearers[at].person != index &&
                are_contemporaries(person, &loaded.persons[loaded.bearers[at].person]))
                return "name of two who are in office at one time";
    }
    return NULL;
}

static const char *fault_of(const ja_table *row, size_t index)
{
    const ja_person *person = &loaded.persons[index];
    if (row->count != 6)
        return "not 6 columns";
    if (*ja_map_get(&loaded.ids, person->id) != index)
        return "id is used twice";
    if (ja_gazetteer_by_id(person->id) != JA_NO_ENTRY)
        return "id of the gazetteer";
    if (person->sex != 'm' && person->sex != 'f')
        return "neither m nor f";
    const char *fault = fault_of_offices(person);
    return fault ? fault : fault_of_names(index);
}

const char *ja_persons_check(ja_arena *arena)
{
    if (ja_person_count() == 0)
        return "persons.tsv: empty";
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/persons.tsv"));
    for (size_t i = 0; ja_table_next(&table); i++) {
        const char *fault = fault_of(&table, i);
        if (fault)
            return ja_format(arena, "persons.tsv:%zu: %s", table.line, fault);
    }
    return NULL;
}
