/* What it says when one token meets another: relations and their order. */
#include "test.h"

#include "match/evidence.h"
#include "match/frequency.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 16 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct name analyse(const char *text, enum name_kind kind)
{
    struct name readings[NAME_READINGS_MAX];
    size_t n;
    assert_int_equal(name_analyse(&arena, slice_of(text), kind, readings, &n, NULL), 0);
    frequency_weigh(&readings[0]);
    return readings[0];
}

/* Evidence between token i of one name and token k of another. */
static struct evidence meet_at(enum name_kind kind, const char *asked, size_t i,
                               const char *listed, size_t k)
{
    arena_reset(&arena);
    struct name a = analyse(asked, kind);
    struct name b = analyse(listed, kind);
    assert_true(i < a.n && k < b.n);
    return evidence_of(&a.tokens[i], &b.tokens[k], &WEIGHTS[kind]);
}

static void check_relation(const char *asked, const char *listed, enum relation expected)
{
    struct evidence e = meet_at(NAME_PERSON, asked, 0, listed, 0);
    if (e.relation != expected) {
        fail_msg("%s / %s: \"%s\", expected \"%s\"", asked, listed, relation_name(e.relation),
                 relation_name(expected));
    }
    assert_true(e.mnat >= 0);
    assert_int_equal(e.relation == REL_NONE, e.info == 0);
}

static void test_evidence__tells_how_words_meet(void **state)
{
    (void)state;
    check_relation("Melnikov", "Melnikov", REL_EQUAL);
    check_relation("Melnikov", "Мельников", REL_ROMANISATION);
    check_relation("Kreshchatov", "Kreschatov", REL_ROMANISATION);
    check_relation("Velkorov", "Velkodov", REL_TYPO);
    check_relation("Mohammed", "Muhammad", REL_VARIANT);
    check_relation("Misha", "Mikhail", REL_NEAR);
    check_relation("J. Zorin", "Jakub Zorin", REL_INITIAL);
    check_relation("Jakub Zorin", "J. Zorin", REL_INITIAL);
    check_relation("J. Zorin", "J. Zorin", REL_EQUAL);
    check_relation("Melnikov", "Vorontsov", REL_NONE);
    check_relation("K. Zorin", "Jakub Zorin", REL_NONE);
    check_relation("Ana", "Ela", REL_NONE);
}

static void test_evidence__never_crosses_syllables_by_spelling(void **state)
{
    (void)state;
    struct evidence same = meet_at(NAME_PERSON, "Choi Sung-min", 1, "Choe Seong-min", 1);
    assert_int_equal(same.relation, REL_SYLLABLE);
    assert_int_equal(
        meet_at(NAME_PERSON, "Kim Jong-un", 1, "Kim Jung-un", 1).relation != REL_TYPO, 1);
    assert_int_equal(meet_at(NAME_PERSON, "Kim Chol-min", 2, "Kim Chol-mun", 2).relation,
                     REL_NONE);
    assert_int_equal(meet_at(NAME_PERSON, "최성민", 2, "최성빈", 2).relation, REL_NONE);
    assert_int_equal(meet_at(NAME_PERSON, "최성민", 0, "Choi Sung-min", 0).relation,
                     REL_SYLLABLE);
}

static void test_evidence__compares_numerals_by_value(void **state)
{
    (void)state;
    assert_int_equal(meet_at(NAME_CRAFT, "Petrel 7", 1, "Petrel 7", 1).relation, REL_EQUAL);
    assert_int_equal(meet_at(NAME_CRAFT, "Petrel 7", 1, "Petrel VII", 1).relation,
                     REL_SAME_FORM);
    assert_int_equal(meet_at(NAME_CRAFT, "Petrel 17", 1, "Petrel 71", 1).relation, REL_NONE);
    assert_int_equal(meet_at(NAME_CRAFT, "Petrel 12345678", 1, "Petrel 12345679", 1).relation,
                     REL_NONE);
}

static void test_evidence__compares_legal_forms_and_particles_by_sort(void **state)
{
    (void)state;
    assert_int_equal(
        meet_at(NAME_ORGANIZATION, "Velmora Ltd", 1, "Velmora Limited", 1).relation,
        REL_SAME_FORM);
    assert_int_equal(meet_at(NAME_ORGANIZATION, "Velmora AG", 1, "Velmora GmbH", 1).relation,
                     REL_NONE);
    assert_int_equal(meet_at(NAME_PERSON, "Tariq al-Rawi", 1, "Tariq el-Rawi", 1).relation,
                     REL_SAME_FORM);
    assert_int_equal(meet_at(NAME_PERSON, "Tariq al-Rawi", 1, "Tariq Al Rawi", 1).relation,
                     REL_EQUAL);
    assert_int_equal(meet_at(NAME_PERSON, "Tariq al-Rawi", 1, "Tariq al-Rawi", 2).relation,
                     REL_NONE);
    assert_int_equal(meet_at(NAME_PERSON, "Dr Zorin", 0, "Gen Zorin", 0).relation, REL_NONE);
}

static void check_order(const char *asked, const char *better, const char *worse)
{
    struct evidence b = meet_at(NAME_PERSON, asked, 0, better, 0);
    struct evidence w = meet_at(NAME_PERSON, asked, 0, worse, 0);
    if (b.mnat <= w.mnat) {
        fail_msg("%s / %s: %d, / %s: %d", asked, better, (int)b.mnat, worse, (int)w.mnat);
    }
}

static void test_evidence__falls_as_words_differ(void **state)
{
    (void)state;
    check_order("Velkorovich", "Velkorovich", "Velkorowich");
    check_order("Velkorovich", "Velkorovic", "Velkoxovich");
    check_order("Velkorovich", "Velkoravich", "Velkotovich");
    check_order("Velkorovich", "Velkoxovich", "Velkoxoxich");
    check_order("Velkorovich", "Velkorrovich", "Velkorxovich");
}

static void test_evidence__is_information_less_cost(void **state)
{
    (void)state;
    struct evidence rare = meet_at(NAME_PERSON, "Velkorovich", 0, "Velkorovich", 0);
    struct evidence frequent = meet_at(NAME_PERSON, "Mohammed", 0, "Mohammed", 0);
    assert_int_equal(rare.mnat, rare.info);
    assert_int_equal(rare.mnat, WEIGHTS[NAME_PERSON].info_unknown);
    assert_true(frequent.mnat < rare.mnat);
    struct evidence typo = meet_at(NAME_PERSON, "Velkorovich", 0, "Velkotovich", 0);
    assert_int_equal(typo.info, rare.info);
    assert_true(typo.mnat < rare.mnat);
}

static struct evidence join(const char *one, const char *apart, size_t n)
{
    arena_reset(&arena);
    struct name a = analyse(one, NAME_PERSON);
    struct name b = analyse(apart, NAME_PERSON);
    return evidence_of_join(&a.tokens[a.n - 1], &b.tokens[b.n - n], n, &WEIGHTS[NAME_PERSON]);
}

static void test_evidence__joins_what_is_written_apart(void **state)
{
    (void)state;
    assert_int_equal(join("Ludovic Vandermeulen", "Ludovic van der Meulen", 3).relation,
                     REL_JOIN);
    assert_int_equal(join("Tariq Alrawi", "Tariq al-Rawi", 2).relation, REL_JOIN);
    assert_int_equal(join("Kim Jongun", "Kim Jong-un", 2).relation, REL_JOIN);
    assert_int_equal(join("Kim Jongun", "Kim Jeong-eun", 2).relation, REL_SYLLABLE);
    assert_int_equal(join("Kim Jongun", "Kim Jong-il", 2).relation, REL_NONE);
    assert_int_equal(join("Ludovic Vandermeulen", "Ludovic van der Meulan", 3).relation,
                     REL_NONE);
}

static void test_evidence__joins_no_numbers_titles_and_forms(void **state)
{
    (void)state;
    char text[TOKEN_BYTES_MAX];
    arena_reset(&arena);
    struct name a = analyse("Petrel VII", NAME_CRAFT);
    assert_int_equal(join_text(a.tokens, 2, text), 0);
    a = analyse("Velmora Ltd", NAME_ORGANIZATION);
    assert_int_equal(join_text(a.tokens, 2, text), 0);
    a = analyse("Dr Zorin", NAME_PERSON);
    assert_int_equal(join_text(a.tokens, 2, text), 0);
    a = analyse("Al Zorin", NAME_PERSON);
    assert_int_equal(join_text(a.tokens, 2, text), 7);
    assert_memory_equal(text, "alzorin", 7);
}

static void test_evidence__bounds_a_join_of_long_words(void **state)
{
    (void)state;
    char text[TOKEN_BYTES_MAX];
    char raw[200];
    memset(raw, 'b', sizeof raw);
    raw[99] = ' ';
    raw[sizeof raw - 1] = '\0';
    arena_reset(&arena);
    struct name a = analyse(raw, NAME_PERSON);
    assert_int_equal(a.n, 2);
    assert_int_equal(join_text(a.tokens, 2, text), 0);
}

static void test_evidence__costs_more_to_omit_what_says_more(void **state)
{
    (void)state;
    const struct weights *w = &WEIGHTS[NAME_PERSON];
    arena_reset(&arena);
    struct name n = analyse("Dr. Mohammed K. al Velkorovich", NAME_PERSON);
    int32_t title = omission_of(&n.tokens[0], w);
    int32_t frequent = omission_of(&n.tokens[1], w);
    int32_t initial = omission_of(&n.tokens[2], w);
    int32_t particle = omission_of(&n.tokens[3], w);
    int32_t rare = omission_of(&n.tokens[4], w);
    assert_true(particle < initial && title < initial && initial < frequent && frequent < rare);
    assert_int_equal(contradiction_mass(&n.tokens[0]), 0);
    assert_int_equal(contradiction_mass(&n.tokens[3]), 0);
    assert_true(contradiction_mass(&n.tokens[4]) > contradiction_mass(&n.tokens[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evidence__tells_how_words_meet),
        cmocka_unit_test(test_evidence__never_crosses_syllables_by_spelling),
        cmocka_unit_test(test_evidence__compares_numerals_by_value),
        cmocka_unit_test(test_evidence__compares_legal_forms_and_particles_by_sort),
        cmocka_unit_test(test_evidence__falls_as_words_differ),
        cmocka_unit_test(test_evidence__is_information_less_cost),
        cmocka_unit_test(test_evidence__joins_what_is_written_apart),
        cmocka_unit_test(test_evidence__joins_no_numbers_titles_and_forms),
        cmocka_unit_test(test_evidence__bounds_a_join_of_long_words),
        cmocka_unit_test(test_evidence__costs_more_to_omit_what_says_more),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
