#include "output/words.h"

#include <string.h>

#include "base/embedded.h"
#include "base/table.h"

const char *const ja_words_file = "output/words.tsv";

/* The column of the language, by the first row; 0: none. */
static size_t column_of(ja_table *table, const char *language)
{
    if (!language || !ja_table_next(table))
        return 0;
    for (size_t i = 1; i < table->count; i++)
        if (ja_equal(table->column[i], ja_slice_of(language)))
            return i;
    return 0;
}

bool ja_words_init(ja_words *words, ja_arena *arena, const char *language)
{
    ja_table table;
    size_t capacity = 0;
    *words = (ja_words){.arena = arena};
    ja_map_init(&words->index, arena);
    ja_table_init(&table, ja_embedded_file(ja_words_file));
    size_t column = column_of(&table, language);
    for (size_t count = 0; column > 0 && ja_table_next(&table);) {
        ja_slice word = table.column[column];
        ja_map_put(&words->index, table.column[0], count, NULL);
        JA_PUSH(arena, words->words, count, capacity, ja_copy(arena, word.at, word.length));
    }
    return column > 0;
}

const char *ja_word(const ja_words *words, const char *key)
{
    const size_t *place = ja_map_get(&words->index, ja_slice_of(key));
    return place ? words->words[*place] : key;
}

const char *ja_word_of(const ja_words *words, const char *family, const char *name)
{
    return ja_word(words, ja_format(words->arena, "%s.%s", family, name ? name : ""));
}

const char *ja_word_fill(const ja_words *words, const char *key, const char *first,
                         const char *second)
{
    const char *form = ja_word(words, key);
    size_t room = strlen(form) + 1;
    for (const char *at = form; *at; at++)
        if (*at == '{')
            room += strlen(at[1] == '1' ? first : second ? second : "");
    char *out = ja_alloc(words->arena, room, 1), *end = out;
    while (*form) {
        bool hole = form[0] == '{' && (form[1] == '1' || form[1] == '2') && form[2] == '}';
        if (!hole) {
            *end++ = *form++;
            continue;
        }
        const char *filling = form[1] == '1' ? first : second ? second : "";
        end = stpcpy(end, filling);
        form += 3;
    }
    *end = '\0';
    return out;
}

const char *ja_word_count(const ja_words *words, const char *key, size_t count)
{
    const char *number = count == 1 ? "one" : count == 0 ? ja_word(words, "zero.is") : "many";
    return ja_word_fill(words, ja_format(words->arena, "%s.%s", key, number),
                        ja_format(words->arena, "%zu", count), NULL);
}

/* YYYY, YYYY-MM or YYYY-MM-DD in digits. */
static bool is_iso_date(const char *date, size_t length)
{
    if (length != 4 && length != 7 && length != 10)
        return false;
    for (size_t i = 0; i < length; i++)
        if (i == 4 || i == 7 ? date[i] != '-' : date[i] < '0' || date[i] > '9')
            return false;
    return true;
}

const char *ja_word_date(const ja_words *words, const char *date)
{
    size_t length = strlen(date);
    if (length == 4 || !is_iso_date(date, length))
        return date;
    char key[] = "month.00";
    memcpy(key + 6, date + 5, 2);
    const char *month = ja_word(words, key);
    if (strcmp(month, key) == 0)
        return date;
    const char *text = ja_word_fill(words, "date", month, ja_copy(words->arena, date, 4));
    if (length == 7)
        return text;
    int day = (date[8] - '0') * 10 + (date[9] - '0');
    const char *number =
        day == 1 ? ja_word(words, "day.first") : ja_format(words->arena, "%d", day);
    return ja_word_fill(words, "date", number, text);
}
