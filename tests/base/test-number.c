/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers and text as files hold them and as people read them. */

#include "wm-number.h"
#include "wm-test.h"
#include "wm-text.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double number; /* NaN when the text is no number */
  } cases[] = {
    { "38.299999999999997", 38.3 }, { "7.0000000000000007E-2", 0.07 }, { "-1.5", -1.5 },
    { "0", 0 }, { "+3", 3 }, { "", NAN }, { "-", NAN }, { "NA", NAN }, { "nan", NAN },
    { "inf", NAN }, { "1e999", NAN }, { "0x10", NAN }, { "1,234", NAN }, { "12 ", NAN },
    { "1.2.3", NAN }, { "e5", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double number = NAN;

      g_assert_cmpint (wm_number_parse (cases[i].text, -1, &number), ==, !isnan (cases[i].number));
      wm_assert_close (number, cases[i].number, 1e-15);
    }
}

static void
test_format (void)
{
  char buffer[WM_NUMBER_BUFFER_SIZE];

  g_assert_cmpstr (wm_number_format (0.1 + 0.2, buffer), ==, "0.3");
  g_assert_cmpstr (wm_number_format (1.0 / 3, buffer), ==, "0.333333333333333");
  g_assert_cmpstr (wm_number_format (-0.0, buffer), ==, "0");
  g_assert_cmpstr (wm_number_format (1e300, buffer), ==, "1e+300");
}

static void
test_round_half_up (void)
{
  wm_assert_close (wm_number_round (0.25, 1), 0.3, 1e-15);
  wm_assert_close (wm_number_round (12.5, 0), 13, 0);
  wm_assert_close (wm_number_round (-12.5, 0), -13, 0);
  wm_assert_close (wm_number_round (38.249999999999993, 1), 38.3, 1e-15);
  wm_assert_close (wm_number_round (38.24, 1), 38.2, 1e-15);
}

static void
test_display (void)
{
  g_autofree char *negative = wm_number_format_display (-4.04, 1);
  g_autofree char *missing = wm_number_format_display (NAN, 1);
  g_autofree char *almost_zero = wm_number_format_display (-0.04, 1);

  g_assert_cmpstr (negative, ==, "−4.0");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (almost_zero, ==, "0.0");
}

static void
test_fold (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } same[] = {
    { "Kingston upon Hull, City of", "kingston  upon hull city of" },
    { "Telford & Wrekin", "Telford and Wrekin" },
    { "Yorkshire and The Humber", "YORKSHIRE AND THE HUMBER" },
    { "King's Lynn", "Kings Lynn" },
    { "\xc2\xa0London (Inner) ", "london inner" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = wm_text_fold (same[i].a);
      g_autofree char *b = wm_text_fold (same[i].b);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_trim_and_contains (void)
{
  g_autofree char *trimmed = wm_text_trim ("\xef\xbb\xbf \xc2\xa0Leeds\t\r\n");
  g_autofree char *needle = wm_text_fold ("plan rate");

  g_assert_cmpstr (trimmed, ==, "Leeds");
  g_assert_true (wm_text_contains ("Rate of child protection plans", needle));
  g_assert_false (wm_text_contains ("Rate of referrals", needle));
  g_assert_true (wm_text_contains (NULL, ""));
}

/* A character is one, however many bytes it has. */
static void
test_shorten (void)
{
  static const struct
  {
    const char *text;
    glong max;
    const char *expected;
  } cases[] = {
    { "", 3, "" },
    { "abc", 3, "abc" },
    { "abcd", 3, "ab…" },
    { "Šibenik", 2, "Š…" },
    { "Š", 1, "Š" },
    { "ab", 1, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wm_text_shorten (cases[i].text, cases[i].max);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/round-half-up", test_round_half_up);
  g_test_add_func ("/base/number/display", test_display);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/trim-and-contains", test_trim_and_contains);
  g_test_add_func ("/base/text/shorten", test_shorten);
  return g_test_run ();
}
