/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Figures and estimates in words. */

#include "wm-test.h"
#include "wm-words-did.h"
#include "wm-words.h"

static WmIndicator *
make_indicator (const char *unit, int decimals, WmPolarity polarity)
{
  WmIndicator *indicator = wm_indicator_new ("CODE");

  g_free (indicator->unit);
  indicator->unit = g_strdup (unit);
  g_free (indicator->title);
  indicator->title = g_strdup ("Re-referrals");
  indicator->decimals = decimals;
  indicator->polarity = polarity;
  return indicator;
}

static void
test_values (void)
{
  g_autoptr (WmIndicator) percent = make_indicator ("% of referrals", 1, WM_POLARITY_LOWER);
  g_autoptr (WmIndicator) rate = make_indicator ("Rate per 10,000", 0, WM_POLARITY_NONE);
  g_autofree char *value = wm_words_value (percent, 22.449999999999999);
  g_autofree char *missing = wm_words_value (percent, NAN);
  g_autofree char *up = wm_words_difference (percent, 2.6);
  g_autofree char *down = wm_words_difference (rate, -0.4);
  g_autofree char *nothing = wm_words_difference (percent, 0.04);
  g_autofree char *size = wm_words_difference_size (percent, -2.6);

  g_assert_cmpstr (value, ==, "22.5%");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (up, ==, "+2.6");
  g_assert_cmpstr (down, ==, "−0.4");
  g_assert_cmpstr (nothing, ==, "0.0");
  g_assert_cmpstr (size, ==, "2.6 percentage points");
}

static void
test_judgement (void)
{
  g_autoptr (WmIndicator) lower = make_indicator ("%", 1, WM_POLARITY_LOWER);
  g_autoptr (WmIndicator) higher = make_indicator ("%", 1, WM_POLARITY_HIGHER);
  g_autoptr (WmIndicator) none = make_indicator ("%", 1, WM_POLARITY_NONE);
  g_autofree char *words = NULL;

  g_assert_cmpint (wm_words_judge (lower, 2), ==, WM_JUDGEMENT_WORSE);
  g_assert_cmpint (wm_words_judge (higher, 2), ==, WM_JUDGEMENT_BETTER);
  g_assert_cmpint (wm_words_judge (higher, 0.01), ==, WM_JUDGEMENT_SAME);
  g_assert_cmpint (wm_words_judge (none, 50), ==, WM_JUDGEMENT_NONE);
  g_assert_cmpint (wm_words_judge (higher, NAN), ==, WM_JUDGEMENT_NONE);
  lower->polarity_by = g_strdup ("LAIT");
  words = wm_words_direction (lower);
  g_assert_cmpstr (words, ==, "Lower is better (LAIT says)");
}

static void
test_small_words (void)
{
  static const char *const names[] = { "Leeds", "York", "Hull", "Kirklees", NULL };
  g_autofree char *few = wm_words_list (names, 4);
  g_autofree char *many = wm_words_list (names, 2);
  g_autofree char *p = wm_words_p_value (0.0213);
  g_autofree char *tiny = wm_words_p_value (1e-12);
  GDate date;
  g_autofree char *day = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 4, 2024);
  day = wm_words_date (&date);
  g_assert_cmpstr (few, ==, "Leeds, York, Hull, Kirklees");
  g_assert_cmpstr (many, ==, "Leeds, York and 2 others");
  g_assert_cmpstr (p, ==, "0.021");
  g_assert_cmpstr (tiny, ==, "< 0.001");
  g_assert_cmpstr (day, ==, "1 April 2024");
}

/* Values of four areas over six periods, the first two treated from the fourth period on. */
typedef struct
{
  const char *name;
  double values[24];
  gboolean is_drifting;
} Story;

static const Story stories[] = {
  { "steady",
    { 20, 21, 20, 16, 15, 16, 30, 29, 30, 25, 26, 25, 22, 22, 21, 22, 23, 22, 28, 29, 28, 29, 28, 29 },
    FALSE },
  { "drifting",
    { 20, 24, 28, 32, 36, 40, 30, 34.5, 38, 42, 46.5, 50, 22, 22, 21, 22, 23, 22, 28, 29, 28, 29, 28, 29 },
    TRUE },
};

static void
test_story (gconstpointer data)
{
  const Story *story = data;
  static const gint8 groups[] = { 1, 1, 0, 0 };
  static const gint8 phases[] = { 0, 0, 0, 1, 1, 1 };
  static const char *const areas[] = { "A", "B", "C", "D" };
  static const char *const periods[] = { "2016", "2017", "2018", "2019", "2020", "2021" };
  const WmDidSpec spec = {
    .values = story->values, .n_areas = 4, .n_periods = 6, .groups = groups, .phases = phases,
    .area_names = areas, .period_names = periods, .estimator = WM_DID_TWO_WAY,
    .errors = WM_ERRORS_CLUSTER, .level = 0.95,
  };
  g_autoptr (WmIndicator) indicator = make_indicator ("%", 1, WM_POLARITY_LOWER);
  g_autoptr (GError) error = NULL;
  WmDidResult *result = wm_did_fit (&spec, &error);
  WmPretrendResult *pretrend = wm_pretrend_fit (&spec, NULL);
  WmInfluenceResult *influence = wm_influence_fit (&spec, NULL);
  WmDidFacts facts = {
    .indicator = indicator, .treated = "North", .control = "South", .start = "2019",
    .area_names = areas, .period_labels = periods, .result = result, .pretrend = pretrend,
    .influence = influence,
  };
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *headline = NULL;

  g_assert_no_error (error);
  sentences = wm_words_did_sentences (&facts);
  headline = wm_words_did_headline (&facts);
  g_assert_cmpint (wm_words_has_pretrend (&facts), ==, story->is_drifting);
  g_assert_cmpint (strstr (g_ptr_array_index (sentences, 0), "drifting apart") != NULL, ==,
                   story->is_drifting);
  g_assert_cmpint (strstr (headline, "drifting apart") != NULL, ==, story->is_drifting);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_assert_null (strstr (g_ptr_array_index (sentences, i), "nan"));
      /* Four areas never carry strong evidence. */
      g_assert_null (strstr (g_ptr_array_index (sentences, i), "strong evidence"));
    }
  wm_did_result_free (result);
  wm_pretrend_result_free (pretrend);
  wm_influence_result_free (influence);
}

/* Every warning that the statistics give has a sentence of its own. */
static void
test_warnings_have_words (void)
{
  static const char *const codes[] = {
    "few_clusters", "one_treated_cluster", "no_area_variance", "unbalanced", "area_without_values",
    "area_only_before", "area_only_after", "collinear_covariate", "time_constant_covariate_in_fe",
    "perfect_fit", "pretrend_visible", "pretrend_too_short", "no_clustered_error",
    "influential_area", "influential_value", "unusual_value", "joint_service", "no_residual_df",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (WmMessage) message = wm_message_new (codes[i], "Leeds; York", NAN);
      g_autofree char *words = wm_words_message (message);

      g_assert_cmpstr (words, !=, codes[i]);
      g_assert_true (strlen (words) > 20);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/words/values", test_values);
  g_test_add_func ("/report/words/judgement", test_judgement);
  g_test_add_func ("/report/words/small-words", test_small_words);
  g_test_add_func ("/report/words/warnings-have-words", test_warnings_have_words);
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/report/words/did/", stories[i].name, NULL);

      g_test_add_data_func (path, &stories[i], test_story);
    }
  return g_test_run ();
}
