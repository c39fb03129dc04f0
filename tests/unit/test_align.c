/* Two names side by side: pieces, what is left over, order, and which names are equal. */
#include "test.h"

#include "made_names.h"
#include "match/align.h"
#include "match/frequency.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct name analyse(struct slice text, enum name_kind kind)
{
    struct name readings[NAME_READINGS_MAX] = {{.n = 0}};
    size_t n;
    if (name_analyse(&arena, text, kind, readings, &n, NULL) == 0) {
        frequency_weigh(&readings[0]);
    }
    return readings[0];
}

struct pair {
    struct name asked, listed;
    struct alignment a;
};

static struct pair align_slices(struct slice asked, struct slice listed, enum name_kind kind)
{
    struct pair p = {.asked = analyse(asked, kind), .listed = analyse(listed, kind)};
    const struct weights *w = &WEIGHTS[kind];
    struct evidence *matrix = ARENA_ARRAY(&arena, struct evidence, p.asked.n * p.listed.n);
    for (size_t i = 0; i < p.asked.n; i++) {
        for (size_t k = 0; k < p.listed.n; k++) {
            matrix[i * p.listed.n + k] =
                evidence_of(&p.asked.tokens[i], &p.listed.tokens[k], w);
        }
    }
    align_names(&p.asked, &p.listed, matrix, w, ALIGN_ALL, &p.a);
    return p;
}

static struct pair align(const char *asked, const char *listed)
{
    arena_reset(&arena);
    return align_slices(slice_of(asked), slice_of(listed), NAME_PERSON);
}

static void check_equal(enum name_kind kind, const char *a, const char *b, bool expected)
{
    arena_reset(&arena);
    struct name x = analyse(slice_of(a), kind);
    struct name y = analyse(slice_of(b), kind);
    if (names_equal(&x, &y) != expected) {
        fail_msg("\"%s\" and \"%s\" must%s be equal", a, b, expected ? "" : " not");
    }
}

static void check_equal_both_ways(const char *a, const char *b, bool expected)
{
    check_equal(NAME_PERSON, a, b, expected);
    check_equal(NAME_PERSON, b, a, expected);
}

static void test_align__finds_names_equal_after_folding(void **state)
{
    (void)state;
    check_equal_both_ways("Maria Rossi", "MARIA ROSSI", true);
    check_equal_both_ways("Zoë Łucja", "Zoe Lucja", true);
    check_equal_both_ways("Jean-Pierre Moreau", "Jean Pierre Moreau", true);
    check_equal_both_ways("John O'Hara", "John OHara", true);
    check_equal_both_ways("Maria Rossi", "Maria Rosso", false);
    check_equal_both_ways("Maria Rossi", "Maria Rossi Bianchi", false);
    check_equal_both_ways("Мария", "Maria",
                          false); /* another script is evidence, not equality */
}

static void test_align__turns_names_around_a_comma(void **state)
{
    (void)state;
    check_equal_both_ways("Rossi, Maria", "Maria Rossi", true);
    check_equal_both_ways("Navarro Campos, Lucia", "Lucia Navarro Campos", true);
    check_equal_both_ways("bin Laith, Hamad", "Hamad bin Laith", true);
    check_equal(NAME_ORGANIZATION, "Velmora, The", "The Velmora", true);
}

static void test_align__takes_the_family_name_first(void **state)
{
    (void)state;
    check_equal_both_ways("Rossi Maria", "Maria Rossi", true);
    check_equal_both_ways("Adeyemi Peter Kolawole", "Peter Kolawole Adeyemi", true);
    check_equal_both_ways("Sokolova Anna Petrovna", "Anna Petrovna Sokolova", true);
    check_equal(NAME_ORGANIZATION, "Star Silver", "Silver Star", false);
    check_equal(NAME_CRAFT, "Star Silver", "Silver Star", false);
}

static void test_align__never_turns_names_across_bin(void **state)
{
    (void)state;
    check_equal_both_ways("Hamad bin Laith", "Laith bin Hamad", false);
    check_equal_both_ways("Hamad ibn Laith", "Laith ibn Hamad", false);
    check_equal_both_ways("Laith Hamad bin", "Hamad bin Laith", false);
    check_equal_both_ways("Hamad ben Laith al-Rawi", "al-Rawi Hamad ben Laith", false);
}

static void test_align__keeps_iberian_family_names_in_order(void **state)
{
    (void)state;
    check_equal_both_ways("Lucia Navarro Campos", "Lucia Campos Navarro", false);
    check_equal_both_ways("Diego Herrera Solis", "Diego Solis Herrera", false);
    check_equal_both_ways("Jose Luis Herrera Solis", "Jose Luis Solis Herrera", false);
}

static void test_align__leaves_nothing_over_between_equal_names(void **state)
{
    (void)state;
    struct pair p = align("Hamad bin Laith al-Rawi", "Hamad bin Laith al-Rawi");
    assert_int_equal(p.a.piece_count, 5);
    assert_int_equal(p.a.omitted + p.a.contradiction + p.a.slot + p.a.order + p.a.single, 0);
    assert_true(p.a.asked_used == 31 && p.a.listed_used == 31);
}

static void test_align__tells_omission_from_contradiction(void **state)
{
    (void)state;
    struct pair omitted = align("Olga Dmitrievna Larina", "Olga Larina");
    assert_true(omitted.a.omitted > 0);
    assert_int_equal(omitted.a.contradiction, 0);
    struct pair contradicted = align("Olga Dmitrievna Larina", "Olga Sergeevna Larina");
    assert_true(contradicted.a.contradiction > 0);
    assert_true(contradicted.a.mnat < omitted.a.mnat - 4000);
}

static void test_align__charges_for_exchanging_father_and_son(void **state)
{
    (void)state;
    assert_int_equal(align("Hamad bin Laith", "Hamad bin Laith").a.order, 0);
    assert_int_equal(align("Hamad bin Laith", "Laith bin Hamad").a.order,
                     WEIGHTS[NAME_PERSON].order_nasab);
    assert_int_equal(align("Hamad bin Laith", "Laith ibn Hamad").a.order,
                     WEIGHTS[NAME_PERSON].order_nasab);
    assert_int_equal(align("Rossi Maria", "Maria Rossi").a.order, 0);
}

static void test_align__charges_for_exchanging_syllables(void **state)
{
    (void)state;
    assert_int_equal(align("Choi Sung-min", "Sung-min Choi").a.order,
                     0); /* turned, not exchanged */
    assert_int_equal(align("Choi Sung-min", "Choi Min-sung").a.order,
                     WEIGHTS[NAME_PERSON].order_syllables);
}

static void test_align__charges_for_other_numbers_and_forms(void **state)
{
    (void)state;
    arena_reset(&arena);
    struct pair p = align_slices(SLICE("Petrel 7"), SLICE("Petrel 8"), NAME_CRAFT);
    assert_int_equal(p.a.slot, WEIGHTS[NAME_CRAFT].slot_numeral);
    p = align_slices(SLICE("Petrel 7"), SLICE("Petrel VII"), NAME_CRAFT);
    assert_int_equal(p.a.slot, 0);
    p = align_slices(SLICE("Velmora AG"), SLICE("Velmora GmbH"), NAME_ORGANIZATION);
    assert_int_equal(p.a.slot, WEIGHTS[NAME_ORGANIZATION].slot_legal);
    p = align_slices(SLICE("Velmora AG"), SLICE("Velmora"), NAME_ORGANIZATION);
    assert_int_equal(p.a.slot, 0);
}

static void test_align__takes_joined_words_as_one_piece(void **state)
{
    (void)state;
    struct pair p = align("Ludovic Vandermeulen", "Ludovic van der Meulen");
    assert_int_equal(p.a.piece_count, 2);
    assert_int_equal(p.a.omitted, 0);
    assert_true(p.a.listed_used == 15);
}

static void test_align__does_not_let_a_surplus_pay_for_costs(void **state)
{
    (void)state;
    /* Twelve rare words in common: what they say above the saturation is taken off. */
    struct pair p = align("Velkorovich Mandrastin Brestakova Zhorunaki Pandrelok",
                          "Velkorovich Mandrastin Brestakova Zhorunaki Gundolfin");
    assert_int_equal(p.a.over, p.a.info - WEIGHTS[NAME_PERSON].saturation);
    assert_true(p.a.contradiction > 0);
    assert_true(p.a.mnat <= WEIGHTS[NAME_PERSON].prior + WEIGHTS[NAME_PERSON].saturation -
                                p.a.contradiction - p.a.omitted);
}

/* Whatever the names: pieces do not overlap, costs are costs, and the sum is the sum. */
static void check_alignment(const struct pair *p, const struct weights *w)
{
    uint64_t asked = 0;
    uint64_t listed = 0;
    int32_t evidence = 0;
    const struct alignment *a = &p->a;
    for (size_t i = 0; i < a->piece_count; i++) {
        const struct piece *x = &a->pieces[i];
        uint64_t q = ((UINT64_C(1) << x->asked_count) - 1) << x->asked;
        uint64_t r = ((UINT64_C(1) << x->listed_count) - 1) << x->listed;
        assert_true(x->asked_count == 1 || x->listed_count == 1);
        assert_true(x->asked + x->asked_count <= p->asked.n);
        assert_true(x->listed + x->listed_count <= p->listed.n);
        assert_true((asked & q) == 0 && (listed & r) == 0);
        assert_true(x->evidence.relation != REL_NONE && x->evidence.mnat >= 0);
        asked |= q;
        listed |= r;
        evidence += x->evidence.mnat;
    }
    assert_true(asked == a->asked_used && listed == a->listed_used);
    assert_int_equal(evidence, a->evidence);
    assert_true(a->over >= 0 && a->omitted >= 0 && a->contradiction >= 0 && a->slot >= 0 &&
                a->order >= 0 && a->single >= 0);
    assert_int_equal(a->mnat, w->prior + a->evidence - a->over - a->omitted - a->contradiction -
                                  a->slot - a->order - a->single);
    struct term terms[128];
    size_t n = align_terms(&p->asked, &p->listed, a, w, &arena, terms, 0, COUNT_OF(terms));
    int32_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += terms[i].mnat;
        assert_true(terms[i].on == TERM_PRIOR || terms[i].on == TERM_NAME ||
                    terms[i].mnat <= 0);
    }
    assert_int_equal(sum, a->mnat);
}

/* The bound is never below what single tokens sum up to. */
static void check_bound(const struct name *asked, const struct name *listed,
                        const struct weights *w)
{
    size_t cells = asked->n * listed->n;
    struct evidence *matrix = ARENA_ARRAY(&arena, struct evidence, cells);
    struct evidence *columns = ARENA_ARRAY(&arena, struct evidence, cells);
    int32_t omission[NAME_TOKENS_MAX];
    struct unaligned u = {.n = listed->n};
    struct alignment a;
    for (size_t j = 0; j < listed->n; j++) {
        bool met = false;
        for (size_t i = 0; i < asked->n; i++) {
            struct evidence e = evidence_of(&asked->tokens[i], &listed->tokens[j], w);
            matrix[i * listed->n + j] = e;
            columns[j * asked->n + i] = e;
            met |= e.relation != REL_NONE;
            omission[i] = omission_of(&asked->tokens[i], w);
        }
        u.tokens[j] = &listed->tokens[j];
        u.evidence[j] = met ? &columns[j * asked->n] : NULL;
    }
    align_names(asked, listed, matrix, w, ALIGN_TOKENS, &a);
    assert_true(align_bound(asked, omission, &u, w) >= a.mnat);
}

static void test_align__adds_up_on_random_names(void **state)
{
    (void)state;
    struct dice d = dice_new(2000);
    for (int round = 0; round < 4000; round++) {
        struct made_text a;
        struct made_text b;
        enum name_kind kind = (enum name_kind)dice_below(&d, NAME_KINDS);
        kind == NAME_PERSON  ? made_person(&d, &a)
        : kind == NAME_CRAFT ? made_vessel(&d, &a)
                             : made_company(&d, &a);
        made_change(&d, (struct slice){a.p, a.n}, dice_below(&d, 5), &b);
        arena_reset(&arena);
        struct slice x = {a.p, a.n};
        struct slice y = {b.p, b.n};
        if (analyse(x, kind).n > 0 && analyse(y, kind).n > 0) {
            struct pair p = align_slices(x, y, kind);
            check_alignment(&p, &WEIGHTS[kind]);
            check_bound(&p.asked, &p.listed, &WEIGHTS[kind]);
            p = align_slices(y, x, kind);
            check_alignment(&p, &WEIGHTS[kind]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_align__finds_names_equal_after_folding),
        cmocka_unit_test(test_align__turns_names_around_a_comma),
        cmocka_unit_test(test_align__takes_the_family_name_first),
        cmocka_unit_test(test_align__never_turns_names_across_bin),
        cmocka_unit_test(test_align__keeps_iberian_family_names_in_order),
        cmocka_unit_test(test_align__leaves_nothing_over_between_equal_names),
        cmocka_unit_test(test_align__tells_omission_from_contradiction),
        cmocka_unit_test(test_align__charges_for_exchanging_father_and_son),
        cmocka_unit_test(test_align__charges_for_exchanging_syllables),
        cmocka_unit_test(test_align__charges_for_other_numbers_and_forms),
        cmocka_unit_test(test_align__takes_joined_words_as_one_piece),
        cmocka_unit_test(test_align__does_not_let_a_surplus_pay_for_costs),
        cmocka_unit_test(test_align__adds_up_on_random_names),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
