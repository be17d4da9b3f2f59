/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmPublication:
 * @WM_PUBLICATION_NONE: the source does not say
 * @WM_PUBLICATION_PROVISIONAL: published as provisional
 * @WM_PUBLICATION_REVISED: published as revised
 * @WM_PUBLICATION_FINAL: published as final
 * @WM_PUBLICATION_OUTTURN: finance outturn
 *
 * How a value was published. The numbers are stored in project files: never renumber them.
 */
typedef enum
{
  WM_PUBLICATION_NONE = 0,
  WM_PUBLICATION_PROVISIONAL = 1,
  WM_PUBLICATION_REVISED = 2,
  WM_PUBLICATION_FINAL = 3,
  WM_PUBLICATION_OUTTURN = 4,
} WmPublication;

#define WM_N_PUBLICATIONS (WM_PUBLICATION_OUTTURN + 1)

/**
 * WmMissing:
 * @WM_MISSING_NONE: there is a number
 * @WM_MISSING_SUPPRESSED: hidden to protect children
 * @WM_MISSING_NOT_AVAILABLE: not available
 * @WM_MISSING_NOT_APPLICABLE: does not apply
 * @WM_MISSING_ROUNDS_TO_ZERO: less than half a unit, not zero
 * @WM_MISSING_LOW_RELIABILITY: too unreliable to show
 * @WM_MISSING_NOT_RETURNED: the authority did not supply it
 * @WM_MISSING_NOT_YET_PUBLISHED: not published yet
 * @WM_MISSING_UNKNOWN: the source does not say why
 *
 * Why there is no number. A value is a number or a reason, never a number standing for a reason.
 * The numbers are stored in project files: never renumber them.
 */
typedef enum
{
  WM_MISSING_NONE = 0,
  WM_MISSING_SUPPRESSED = 1,
  WM_MISSING_NOT_AVAILABLE = 2,
  WM_MISSING_NOT_APPLICABLE = 3,
  WM_MISSING_ROUNDS_TO_ZERO = 4,
  WM_MISSING_LOW_RELIABILITY = 5,
  WM_MISSING_NOT_RETURNED = 6,
  WM_MISSING_NOT_YET_PUBLISHED = 7,
  WM_MISSING_UNKNOWN = 8,
} WmMissing;

#define WM_N_MISSING (WM_MISSING_UNKNOWN + 1)

const char *wm_publication_to_id   (WmPublication  publication);
gboolean    wm_publication_from_id (const char    *id,
                                    WmPublication *publication);
const char *wm_publication_get_words (WmPublication publication);

const char *wm_missing_to_id       (WmMissing      missing);
gboolean    wm_missing_from_id     (const char    *id,
                                    WmMissing     *missing);

const char *wm_missing_get_mark    (WmMissing      missing);
const char *wm_missing_get_words   (WmMissing      missing);

G_END_DECLS
