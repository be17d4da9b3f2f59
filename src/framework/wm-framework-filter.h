/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

/**
 * WmFrameworkFilter:
 * @text: (nullable): words to look for; all of them must be found
 * @data_kind: (nullable): id of a kind of data
 * @availability: (nullable): id of an availability
 * @source: (nullable): id of a kind of source, which one of the sources must have
 * @direction: (nullable): id of a direction of good, of the indicator or of one of its sub-measures
 * @has_data: 1 for indicators with data, 0 for those without, -1 for any
 * @only_findings: only items of which something is said that they lack
 * @only_vital_signs: only vital signs
 * @tag_grouping: (nullable): a grouping in which the item, or the outcome above it, has a tag
 * @tag_value: (nullable): the value of that tag; %NULL for any
 *
 * What a person looks for. %NULL stands for any, "" for items that do not say. A filter that hides
 * nothing is %WM_FRAMEWORK_FILTER_ALL.
 */
typedef struct
{
  const char *text;
  const char *data_kind;
  const char *availability;
  const char *source;
  const char *direction;
  int has_data;
  gboolean only_findings;
  gboolean only_vital_signs;
  const char *tag_grouping;
  const char *tag_value;
} WmFrameworkFilter;

#define WM_FRAMEWORK_FILTER_ALL ((WmFrameworkFilter) { .has_data = -1 })

/* What a search needs of a framework, folded once. */
typedef struct _WmFrameworkIndex WmFrameworkIndex;

WmFrameworkIndex *wm_framework_index_new       (WmFramework             *framework,
                                                WmFrameworkIndex        *older) G_GNUC_WARN_UNUSED_RESULT;
void              wm_framework_index_free      (WmFrameworkIndex        *self);
GHashTable       *wm_framework_index_filter    (WmFrameworkIndex        *self,
                                                const WmFrameworkFilter *filter,
                                                GHashTable              *with_data,
                                                GHashTable              *with_findings) G_GNUC_WARN_UNUSED_RESULT;

gboolean          wm_framework_filter_hides    (const WmFrameworkFilter *filter);
guint             wm_framework_filter_count    (WmFramework             *framework,
                                                GHashTable              *shown,
                                                WmItemKind               kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkIndex, wm_framework_index_free)

G_END_DECLS
