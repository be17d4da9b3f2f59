/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A difference-in-differences estimate in plain English: what is seen, how sure, and what it does
 * not show. What would mislead is said first. */

#include "config.h"

#include "wm-words-did.h"

#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The rule behind "strong", "some" and "little" evidence. */
#define STRONG_P 0.01
#define SOME_P 0.05
#define LITTLE_P 0.10

static const WmCoefficient *
get_effect (const WmDidFacts *facts)
{
  return &facts->result->coefficients[facts->result->did];
}

/**
 * wm_words_has_pretrend:
 * @facts: what is known
 *
 * Tells whether the groups were visibly moving apart before the start.
 *
 * Returns: whether they were
 */
gboolean
wm_words_has_pretrend (const WmDidFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  return facts->pretrend != NULL
         && wm_message_list_has (facts->pretrend->messages, "pretrend_visible");
}

static char *
make_pretrend_sentence (const WmDidFacts *facts)
{
  double slope;
  g_autofree char *size = NULL;

  if (facts->pretrend == NULL)
    return g_strdup (_("There are fewer than three periods before the start, so nobody can see "
                       "whether the two groups were moving together before. Take the estimate as a "
                       "hint only."));
  if (!wm_words_has_pretrend (facts))
    return g_strdup (_("Before the start the two groups show no clear drift apart. With few periods "
                       "this does not prove that they moved in parallel."));
  slope = facts->pretrend->classical.estimate;
  size = wm_words_difference_size (facts->indicator, slope);
  if (slope > 0)
    /* Translators: %1$s is the treated group, %2$s the control group, %3$s a size such as "1.2". */
    return g_strdup_printf (_("The two groups were already drifting apart before the start: each "
                              "period, %1$s moved %3$s further up than %2$s. The estimate mixes that "
                              "drift with whatever came after the start."),
                            facts->treated, facts->control, size);
  /* Translators: %1$s is the treated group, %2$s the control group, %3$s a size such as "1.2". */
  return g_strdup_printf (_("The two groups were already drifting apart before the start: each "
                            "period, %1$s moved %3$s further down than %2$s. The estimate mixes that "
                            "drift with whatever came after the start."),
                          facts->treated, facts->control, size);
}

static char *
make_effect_sentence (const WmDidFacts *facts)
{
  double effect = get_effect (facts)->estimate;
  g_autofree char *size = wm_words_difference_size (facts->indicator, effect);

  if (effect >= 0)
    /* Translators: %1$s is the treated group, %2$s the control group, %3$s a period, %4$s a size,
     * %5$s the measure. */
    return g_strdup_printf (_("From %3$s on, “%5$s” in %1$s moved %4$s further up than in %2$s."),
                            facts->treated, facts->control, facts->start, size,
                            facts->indicator->title);
  /* Translators: %1$s is the treated group, %2$s the control group, %3$s a period, %4$s a size,
   * %5$s the measure. */
  return g_strdup_printf (_("From %3$s on, “%5$s” in %1$s moved %4$s further down than in %2$s."),
                          facts->treated, facts->control, facts->start, size,
                          facts->indicator->title);
}

static char *
make_cells_sentence (const WmDidFacts *facts)
{
  const WmDidCell (*cells)[2] = facts->result->cells;
  g_autofree char *treated_before = wm_words_value (facts->indicator, cells[1][0].mean);
  g_autofree char *treated_after = wm_words_value (facts->indicator, cells[1][1].mean);
  g_autofree char *control_before = wm_words_value (facts->indicator, cells[0][0].mean);
  g_autofree char *control_after = wm_words_value (facts->indicator, cells[0][1].mean);

  /* Translators: %1$s is the treated group, %2$s its mean before, %3$s its mean after; %4$s is
   * the control group, %5$s its mean before, %6$s its mean after. */
  return g_strdup_printf (_("The mean of %1$s went from %2$s before to %3$s after; that of %4$s "
                            "from %5$s to %6$s."),
                          facts->treated, treated_before, treated_after, facts->control,
                          control_before, control_after);
}

/* With a handful of authorities a small p-value is no strong evidence of anything. */
static const char *
get_evidence_words (const WmDidResult *result, double p_value)
{
  if (wm_message_list_has (result->messages, "few_clusters")
      || wm_message_list_has (result->messages, "one_treated_cluster"))
    return _("With so few authorities that margin is itself uncertain: take the figure as a hint.");
  if (p_value < STRONG_P)
    return _("That is strong evidence of a difference, as far as chance goes.");
  if (p_value < SOME_P)
    return _("That is some evidence of a difference, as far as chance goes.");
  if (p_value < LITTLE_P)
    return _("That is little evidence of a difference.");
  return _("There is no clear evidence of a difference; that does not show that there was none.");
}

static char *
make_interval_sentence (const WmDidFacts *facts)
{
  const WmCoefficient *effect = get_effect (facts);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (effect->distribution == WM_DISTRIBUTION_NONE)
    return g_strdup (_("No margin of error can be given for it with these data."));
  low = wm_words_difference (facts->indicator, effect->ci_low);
  high = wm_words_difference (facts->indicator, effect->ci_high);
  /* Translators: %1$s and %2$s are the ends of an interval, %3$s a sentence about evidence. */
  return g_strdup_printf (_("If chance had fallen differently, the figure could plausibly be between "
                            "%1$s and %2$s. %3$s"),
                          low, high, get_evidence_words (facts->result, effect->p_value));
}

static char *
make_direction_sentence (const WmDidFacts *facts)
{
  switch (wm_words_judge (facts->indicator, get_effect (facts)->estimate))
    {
    case WM_JUDGEMENT_BETTER:
      /* Translators: %s is the treated group. */
      return g_strdup_printf (_("By the measure's agreed direction the difference is in favour of %s."),
                              facts->treated);
    case WM_JUDGEMENT_WORSE:
      /* Translators: %s is the treated group. */
      return g_strdup_printf (_("By the measure's agreed direction the difference is against %s."),
                              facts->treated);
    case WM_JUDGEMENT_NONE:
      return g_strdup (_("Nobody has agreed which direction is good for this measure, so the figure "
                         "is neither good nor bad by itself."));
    case WM_JUDGEMENT_SAME:
    default:
      return NULL;
    }
}

static char *
make_area_influence_sentence (const WmDidFacts *facts)
{
  const WmInfluence *influence = &facts->influence->areas[facts->influence->area];
  g_autofree char *estimate = wm_words_difference (facts->indicator, influence->estimate);

  if (isnan (influence->estimate))
    return NULL;
  if (influence->changes_sign)
    /* Translators: %1$s is an area, %2$s an estimate. */
    return g_strdup_printf (_("One area changes the story: without %1$s the estimate would point the "
                              "other way (%2$s)."),
                            facts->area_names[influence->area], estimate);
  if (influence->changes_decision)
    /* Translators: %1$s is an area, %2$s an estimate. */
    return g_strdup_printf (_("One area changes the story: without %1$s the estimate would be %2$s, and "
                              "the verdict on chance would be another."),
                            facts->area_names[influence->area], estimate);
  /* Translators: %1$s is an area, %2$s an estimate. */
  return g_strdup_printf (_("No single area changes the story: leaving out %1$s, which matters most, "
                            "gives %2$s."),
                          facts->area_names[influence->area], estimate);
}

static char *
make_value_influence_sentence (const WmDidFacts *facts)
{
  const WmInfluence *influence = &facts->influence->value;
  g_autofree char *estimate = wm_words_difference (facts->indicator, influence->estimate);

  if (isnan (influence->estimate))
    return NULL;
  if (influence->changes_sign)
    /* Translators: %1$s is an area, %2$s a period, %3$s an estimate. */
    return g_strdup_printf (_("One single value changes the story: without that of %1$s in %2$s the "
                              "estimate would point the other way (%3$s)."),
                            facts->area_names[influence->area],
                            facts->period_labels[influence->period], estimate);
  if (influence->changes_decision)
    /* Translators: %1$s is an area, %2$s a period, %3$s an estimate. */
    return g_strdup_printf (_("One single value changes the story: without that of %1$s in %2$s the "
                              "estimate would be %3$s, and the verdict on chance would be another."),
                            facts->area_names[influence->area],
                            facts->period_labels[influence->period], estimate);
  /* Translators: %1$s is an area, %2$s a period, %3$s an estimate. */
  return g_strdup_printf (_("No single value changes the story: without that of %1$s in %2$s, the "
                            "most influential, the estimate is %3$s."),
                          facts->area_names[influence->area],
                          facts->period_labels[influence->period], estimate);
}

/**
 * wm_words_did_headline:
 * @facts: what is known
 *
 * Says the one thing to know about an estimate, short enough for the title of a chart: that the
 * groups were drifting apart before the start, or else the effect.
 *
 * Returns: (transfer full): the headline
 */
char *
wm_words_did_headline (const WmDidFacts *facts)
{
  double effect;
  g_autofree char *size = NULL;

  g_return_val_if_fail (facts != NULL && facts->result != NULL, NULL);

  if (wm_words_has_pretrend (facts))
    /* Translators: %1$s is the treated group, %2$s the control group, %3$s a period. */
    return g_strdup_printf (_("%1$s and %2$s were already drifting apart before %3$s"), facts->treated,
                            facts->control, facts->start);
  effect = get_effect (facts)->estimate;
  size = wm_words_difference_size (facts->indicator, effect);
  if (effect >= 0)
    /* Translators: %1$s is the treated group, %2$s the control group, %3$s a period, %4$s a size. */
    return g_strdup_printf (_("%1$s moved %4$s further up than %2$s from %3$s on"), facts->treated,
                            facts->control, facts->start, size);
  /* Translators: %1$s is the treated group, %2$s the control group, %3$s a period, %4$s a size. */
  return g_strdup_printf (_("%1$s moved %4$s further down than %2$s from %3$s on"), facts->treated,
                          facts->control, facts->start, size);
}

static void
take_sentence (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

/**
 * wm_words_did_sentences:
 * @facts: what is known
 *
 * Says an estimate in plain words, in the order to be read: a drift before the start that makes it
 * doubtful, the effect, the means that it comes from, how sure it is, that no drift was seen, its
 * direction, and what a single area or value does to it.
 *
 * Returns: (transfer full) (element-type utf8): the sentences
 */
GPtrArray *
wm_words_did_sentences (const WmDidFacts *facts)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gboolean warns_first;

  g_return_val_if_fail (facts != NULL && facts->result != NULL, sentences);

  warns_first = facts->pretrend == NULL || wm_words_has_pretrend (facts);
  if (warns_first)
    take_sentence (sentences, make_pretrend_sentence (facts));
  take_sentence (sentences, make_effect_sentence (facts));
  take_sentence (sentences, make_cells_sentence (facts));
  take_sentence (sentences, make_interval_sentence (facts));
  if (!warns_first)
    take_sentence (sentences, make_pretrend_sentence (facts));
  take_sentence (sentences, make_direction_sentence (facts));
  if (facts->influence != NULL && facts->influence->n_areas > 0)
    {
      take_sentence (sentences, make_area_influence_sentence (facts));
      take_sentence (sentences, make_value_influence_sentence (facts));
    }
  return sentences;
}

/**
 * wm_words_estimator:
 * @estimator: an estimator
 *
 * Names an estimator.
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
wm_words_estimator (WmDidEstimator estimator)
{
  switch (estimator)
    {
    case WM_DID_POOLED:
      return _("Pooled least squares");
    case WM_DID_RANDOM_EFFECTS:
      return _("Random effects of areas (Swamy-Arora)");
    case WM_DID_FIXED_EFFECTS:
      return _("Fixed effects of areas");
    case WM_DID_TWO_WAY:
    default:
      return _("Fixed effects of areas and periods");
    }
}

/**
 * wm_words_errors:
 * @result: an estimate
 *
 * Names the standard errors and the distribution that p-values and intervals come from.
 *
 * Returns: (transfer full): the words
 */
char *
wm_words_errors (const WmDidResult *result)
{
  const WmCoefficient *effect = &result->coefficients[result->did];

  if (effect->distribution == WM_DISTRIBUTION_NONE)
    return g_strdup (_("no standard error can be given"));
  if (result->errors == WM_ERRORS_CLUSTER)
    /* Translators: %1$u is a number of areas, %2$g degrees of freedom. */
    return g_strdup_printf (_("clustered by area (%1$u areas), t with %2$g degrees of freedom"),
                            (guint) result->n_areas, effect->df);
  if (effect->distribution == WM_DISTRIBUTION_NORMAL)
    return g_strdup (_("conventional, normal distribution"));
  /* Translators: %g is degrees of freedom. */
  return g_strdup_printf (_("conventional, t with %g degrees of freedom"), effect->df);
}

/**
 * wm_words_did_assumptions:
 * @estimator: the estimator
 * @errors: the standard errors
 *
 * Says what has to be true for the estimate to mean what it seems to mean.
 *
 * Returns: (transfer full): the words
 */
char *
wm_words_did_assumptions (WmDidEstimator estimator, WmErrors errors)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append (words,
                   _("We assume that, without the programme, the two groups would have moved in "
                     "parallel. The years before the start are the only hint whether that is fair: "
                     "look at them. We also assume that nothing else hit only one group in those "
                     "years, that the comparison group was not affected by the programme, and that "
                     "the indicator means the same in all years."));
  if (estimator == WM_DID_RANDOM_EFFECTS)
    {
      g_string_append_c (words, ' ');
      g_string_append (words, _("We also assume that an authority's usual level has nothing to do "
                                "with whether it took part."));
    }
  if (errors == WM_ERRORS_CLUSTER)
    {
      g_string_append_c (words, ' ');
      g_string_append (words, _("Years of one authority are not independent: the errors allow for "
                                "that, but need a fair number of authorities."));
    }
  else
    {
      g_string_append_c (words, ' ');
      g_string_append (words, _("The conventional errors treat the years of one authority as "
                                "independent, and are usually too small."));
    }
  return g_strdup (words->str);
}
