/* Telling the language of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "jaccuse/language.h"

static void expect(const char *text, const char *code)
{
    const char *found = jaccuse_language_identify(text, strlen(text));
    if ((found == NULL) != (code == NULL) || (found && strcmp(found, code) != 0))
        fail_msg("%s, not %s: %s", found ? found : "none", code ? code : "none", text);
}

static const char FRENCH[] =
    "Le ministre a accusé mardi le maire de la ville d’avoir caché les comptes du chantier. "
    "Celui-ci a répondu dans un communiqué que les chiffres étaient publics depuis deux ans et "
    "qu’il ne comprenait pas ce qui lui était reproché. Le procureur, saisi par des riverains, "
    "n’a pas encore dit s’il ouvrirait une enquête.";
static const char ENGLISH[] =
    "The minister on Tuesday accused the mayor of the town of hiding the accounts of the "
    "building site. He answered in a statement that the figures had been public for two years "
    "and that he did not understand what he was being blamed for. The prosecutor, to whom "
    "neighbours had written, has not yet said whether she will open an inquiry.";

static void test_ours(void **state)
{
    (void)state;
    expect(FRENCH, "fr");
    expect(ENGLISH, "en");
}

static void test_one_sentence(void **state)
{
    (void)state;
    expect("Le ministre accuse le maire d’avoir menti.", "fr");
    expect("La Chine nie avoir espionné les États-Unis.", "fr");
    expect("L’opposition l’accuse d’avoir trahi l’État.", "fr");
    expect("The minister accuses the mayor of lying.", "en");
    expect("China denies that it spied on the United States.", "en");
    expect("LE MINISTRE ACCUSE LE MAIRE D’AVOIR MENTI", "fr");
}

static void test_foreign(void **state)
{
    (void)state;
    expect("El ministro acusó el martes al alcalde de la ciudad de haber ocultado las cuentas de "
           "la obra. Este respondió en un comunicado que las cifras eran públicas desde hace dos "
           "años y que no entendía lo que se le reprochaba.",
           NULL);
    expect("Der Minister hat am Dienstag dem Bürgermeister der Stadt vorgeworfen, die Bücher der "
           "Baustelle versteckt zu haben. Dieser antwortete, dass die Zahlen seit zwei Jahren "
           "öffentlich seien und er nicht verstehe, was man ihm zur Last lege.",
           NULL);
    expect("Il ministro ha accusato martedì il sindaco della città di aver nascosto i conti del "
           "cantiere. Questi ha risposto in un comunicato che le cifre erano pubbliche da due "
           "anni e che non capiva che cosa gli si rimproverasse.",
           NULL);
    expect("O ministro acusou na terça-feira o prefeito da cidade de ter escondido as contas da "
           "obra. Este respondeu em um comunicado que os números eram públicos há dois anos e que "
           "não entendia do que o acusavam.",
           NULL);
    expect("De minister beschuldigde de burgemeester van de stad er dinsdag van dat hij de "
           "boeken van de bouwplaats had verborgen. Die antwoordde dat de cijfers al twee jaar "
           "openbaar waren en dat hij niet begreep wat hem werd verweten.",
           NULL);
    expect("Министр обвинил мэра города в том, что он скрыл счета стройки. Тот ответил, что "
           "цифры были открыты уже два года.",
           NULL);
    expect("部长星期二指责市长隐瞒工地账目。", NULL);
}

static void test_nothing_to_tell_by(void **state)
{
    (void)state;
    expect("", NULL);
    expect(" \n\t", NULL);
    expect("12, 15 — 2018 !", NULL);
    expect("Emmanuel Macron\nAngela Merkel\nXi Jinping\nVladimir Poutine\nJoe Biden\n"
           "Boris Johnson\nNarendra Modi\nJair Bolsonaro\nJack Ma",
           NULL);
    assert_null(jaccuse_language_identify(NULL, 0));
}

static void test_a_quotation_does_not_change_it(void **state)
{
    char text[2000];
    (void)state;
    strcpy(text, FRENCH);
    strcat(text, " « We have nothing to say about the accounts », a-t-il lancé en anglais.");
    expect(text, "fr");
    strcpy(text, ENGLISH);
    strcat(text, " “Je n’ai rien à dire sur les comptes,” he added in French.");
    expect(text, "en");
}

static void test_bad_bytes(void **state)
{
    (void)state;
    const char *code = jaccuse_language_identify("\xFF\xFE\xC3", 3);
    assert_null(code);
    /* the length counts, not a NUL */
    assert_null(jaccuse_language_identify(ENGLISH, 0));
    assert_non_null(jaccuse_language_identify("\0 the man and the dog", 21));
}

static void test_list(void **state)
{
    (void)state;
    assert_int_equal(jaccuse_language_count(), 2);
    assert_string_equal(jaccuse_language_code(0), "en");
    assert_string_equal(jaccuse_language_name(0), "English");
    assert_string_equal(jaccuse_language_code(1), "fr");
    assert_string_equal(jaccuse_language_name(1), "French");
    assert_null(jaccuse_language_code(2));
    assert_null(jaccuse_language_name(2));
    assert_null(jaccuse_language_code((size_t)-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ours),
        cmocka_unit_test(test_one_sentence),
        cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_nothing_to_tell_by),
        cmocka_unit_test(test_a_quotation_does_not_change_it),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
