/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The warnings of the statistics, which come as codes, in words. */

#include "config.h"

#include "wm-words-did.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *words;              /* without a subject */
  const char *words_with_subject; /* with one %s; NULL when there never is one */
} Sentence;

static const Sentence warnings[] = {
  { "few_clusters",
    N_("There are few authorities (under ten, or under five treated): the margin of error is itself "
       "uncertain and may be too narrow."),
    NULL },
  { "one_treated_cluster",
    N_("One of the groups has a single authority: its margin of error is far too small. Do not quote "
       "it."),
    NULL },
  { "no_area_variance",
    N_("Authorities show no stable differences beyond chance: random effects then give the same as "
       "pooled least squares."),
    NULL },
  { "unbalanced", N_("Some authorities lack values in some periods."), NULL },
  { "area_without_values", N_("Some areas have no value and are left out."),
    N_("No value, so left out: %s.") },
  { "area_only_before", N_("Some areas have values only before the start."),
    N_("Values only before the start, so no change of their own can be seen: %s.") },
  { "area_only_after", N_("Some areas have values only after the start."),
    N_("Values only after the start, so no change of their own can be seen: %s.") },
  { "collinear_covariate", N_("A covariate repeats what the others say and was left out."),
    N_("Left out because it repeats what other columns say: %s. The estimate does not change by it.") },
  { "time_constant_covariate_in_fe", N_("A covariate does not change over time and was left out."),
    N_("Left out because it does not change over time within an authority: %s.") },
  { "perfect_fit",
    N_("The values fit the model exactly, so no margin of error can be given."),
    NULL },
  { "pretrend_visible",
    N_("The two groups were already moving apart before the start; the estimate mixes that with the "
       "programme."),
    NULL },
  { "pretrend_too_short",
    N_("There are too few periods before the start to see whether the groups moved together."),
    NULL },
  { "influential_area", N_("One area changes the story."),
    N_("One area changes the story when it is left out: %s.") },
  { "influential_value", N_("One single value changes the story."),
    N_("One single value changes the story when it is left out: %s.") },
  { "unusual_value", N_("A published value looks unusual."),
    N_("Published, unusual (far away from the years next to it), and left in: %s.") },
  { "joint_service", N_("Two authorities report the same figures and count once."),
    N_("Joint services report the same figures and count once: %s.") },
  { "no_clustered_error",
    N_("Within each group all areas changed in step, so no clustered margin of error can be given."),
    NULL },
  { "no_residual_df", N_("There are too few values for a margin of error."),
    N_("There are too few values for a margin of error: %s.") },
  { "too_few", N_("There are too few values for this estimate."),
    N_("There are too few values for this estimate: %s.") },
  { "constant_outcome", N_("All values are equal."), NULL },
};

static const Sentence *
find_sentence (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (g_str_equal (warnings[i].code, code))
      return &warnings[i];
  return NULL;
}

static char *
fill_sentence (const Sentence *sentence, const char *subject)
{
  if (subject == NULL || *subject == '\0' || sentence->words_with_subject == NULL)
    return g_strdup (_(sentence->words));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  /* The table above has one %s in each of these. */
  return g_strdup_printf (_(sentence->words_with_subject), subject);
#pragma GCC diagnostic pop
}

/**
 * wm_words_message:
 * @message: a warning of the statistics
 *
 * Says a warning in plain words.
 *
 * Returns: (transfer full): the sentence
 */
char *
wm_words_message (const WmMessage *message)
{
  const Sentence *sentence;

  g_return_val_if_fail (message != NULL, NULL);

  sentence = find_sentence (message->code);
  if (sentence == NULL)
    return g_strdup (message->code);
  return fill_sentence (sentence, message->subject);
}
