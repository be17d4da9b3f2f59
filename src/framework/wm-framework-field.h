/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmItemKind:
 * @WM_ITEM_FRAMEWORK: the framework itself: title, source, version
 * @WM_ITEM_DOMAIN: a domain, with the question that it answers
 * @WM_ITEM_OUTCOME: an outcome for a group of children or staff
 * @WM_ITEM_INDICATOR: an indicator
 *
 * What an item of a framework is. An item only ever has items of a later kind below it.
 */
typedef enum
{
  WM_ITEM_FRAMEWORK,
  WM_ITEM_DOMAIN,
  WM_ITEM_OUTCOME,
  WM_ITEM_INDICATOR,
} WmItemKind;

#define WM_N_ITEM_KINDS (WM_ITEM_INDICATOR + 1)

/**
 * WmField:
 *
 * What can be said of an item in one text. The order is that of the file and of the form;
 * [func@field_get_info] tells which kinds of item have a field and what it may hold.
 */
typedef enum
{
  WM_FIELD_TITLE,
  WM_FIELD_CODE,
  WM_FIELD_SOURCE,
  WM_FIELD_EDITION,
  WM_FIELD_DATE,
  WM_FIELD_LANGUAGE,
  WM_FIELD_CHANGES,
  WM_FIELD_QUESTION,
  WM_FIELD_RATIONALE,
  WM_FIELD_DEFINITION,
  WM_FIELD_NUMERATOR,
  WM_FIELD_DENOMINATOR,
  WM_FIELD_GROUP,
  WM_FIELD_UNIT,
  WM_FIELD_DECIMALS,
  WM_FIELD_DIRECTION,
  WM_FIELD_RANGE_LOW,
  WM_FIELD_RANGE_HIGH,
  WM_FIELD_DIRECTION_BY,
  WM_FIELD_DIRECTION_DATE,
  WM_FIELD_DIRECTION_WHY,
  WM_FIELD_DATA_KIND,
  WM_FIELD_PERIOD,
  WM_FIELD_COMPARISON,
  WM_FIELD_AVAILABILITY,
  WM_FIELD_PLACEHOLDER,
  WM_FIELD_LOCAL,
  WM_FIELD_MEANINGFUL,
  WM_FIELD_MEANINGFUL_NOTES,
  WM_FIELD_VALID,
  WM_FIELD_VALID_NOTES,
  WM_FIELD_RELIABLE,
  WM_FIELD_RELIABLE_NOTES,
  WM_FIELD_PRAGMATIC,
  WM_FIELD_PRAGMATIC_NOTES,
  WM_FIELD_VITAL_SIGN,
  WM_FIELD_VITAL_SIGN_EVIDENCE,
  WM_FIELD_BINDING,
  WM_FIELD_BINDING_CODE,
  WM_FIELD_NOTES,
} WmField;

#define WM_N_FIELDS (WM_FIELD_NOTES + 1)

/**
 * WmFieldType:
 * @WM_FIELD_TYPE_LINE: a line of text
 * @WM_FIELD_TYPE_TEXT: text of several lines
 * @WM_FIELD_TYPE_CHOICE: one of the choices, or nothing
 * @WM_FIELD_TYPE_NUMBER: a number in the C locale, or nothing
 * @WM_FIELD_TYPE_DATE: YYYY, YYYY-MM or YYYY-MM-DD, or nothing
 *
 * What a field may hold.
 */
typedef enum
{
  WM_FIELD_TYPE_LINE,
  WM_FIELD_TYPE_TEXT,
  WM_FIELD_TYPE_CHOICE,
  WM_FIELD_TYPE_NUMBER,
  WM_FIELD_TYPE_DATE,
} WmFieldType;

/**
 * WmChoice:
 * @id: what the file says
 * @label: what a person reads, to be translated
 *
 * One of the values of a field of choices.
 */
typedef struct
{
  const char *id;
  const char *label;
} WmChoice;

/**
 * WmFieldInfo:
 * @id: the name in files
 * @label: the name on screen and in documents, to be translated
 * @kinds: the kinds of item that have it, a bit for each (1 << kind)
 * @type: what it may hold
 * @choices: (nullable) (array zero-terminated=1): the choices; ends with a %NULL id
 *
 * What is known about a field.
 */
typedef struct
{
  const char *id;
  const char *label;
  guint kinds;
  WmFieldType type;
  const WmChoice *choices;
} WmFieldInfo;

/**
 * WmPartKind:
 * @WM_PART_SUB_MEASURE: a part of an indicator with a direction of its own
 * @WM_PART_SOURCE: a source of data, with its fields
 * @WM_PART_REFERENCE: what another scheme calls the indicator
 * @WM_PART_PILOT: a question for a pilot, and what was found
 * @WM_PART_TAG: a place in another grouping
 * @WM_PART_READ_WITH: the id of an indicator that should be read with this one
 * @WM_PART_LEADS_TO: the id of a domain or an outcome to which this one is expected to lead
 *
 * What an item can have any number of.
 */
typedef enum
{
  WM_PART_SUB_MEASURE,
  WM_PART_SOURCE,
  WM_PART_REFERENCE,
  WM_PART_PILOT,
  WM_PART_TAG,
  WM_PART_READ_WITH,
  WM_PART_LEADS_TO,
} WmPartKind;

#define WM_N_PART_KINDS (WM_PART_LEADS_TO + 1)
#define WM_MAX_CELLS 4

/* The cells of the parts, by number. */
#define WM_SUB_MEASURE_TITLE 0
#define WM_SUB_MEASURE_DIRECTION 1
#define WM_SUB_MEASURE_BINDING_CODE 2
#define WM_SUB_MEASURE_NOTES 3
#define WM_SOURCE_KIND 0
#define WM_SOURCE_NAME 1
#define WM_SOURCE_FIELDS 2
#define WM_REFERENCE_SCHEME 0
#define WM_REFERENCE_CODE 1
#define WM_PILOT_QUESTION 0
#define WM_PILOT_FINDING 1
#define WM_TAG_GROUPING 0
#define WM_TAG_VALUE 1
#define WM_LINK_TO 0

/**
 * WmPartInfo:
 * @id: the name in files
 * @label: the name on screen, to be translated
 * @kinds: the kinds of item that have it, a bit for each
 * @cells: (array fixed-size=4): names of its cells in files; %NULL after the last
 * @labels: (array fixed-size=4): names of its cells on screen, to be translated
 * @choices: (array fixed-size=4): the choices of each cell; %NULL for free text
 * @required: number of the first cells that may not be empty
 * @is_link: whether its first cell is the id of an item
 *
 * What is known about a kind of part.
 */
typedef struct
{
  const char *id;
  const char *label;
  guint kinds;
  const char *cells[WM_MAX_CELLS];
  const char *labels[WM_MAX_CELLS];
  const WmChoice *choices[WM_MAX_CELLS];
  guint required;
  gboolean is_link;
} WmPartInfo;

const char        *wm_item_kind_to_id    (WmItemKind       kind);
gboolean           wm_item_kind_from_id  (const char      *id,
                                          WmItemKind      *kind);
const char        *wm_item_kind_get_words (WmItemKind      kind);

const WmFieldInfo *wm_field_get_info     (WmField          field);
gboolean           wm_field_from_id      (const char      *id,
                                          WmField         *field);
gboolean           wm_field_is_of        (WmField          field,
                                          WmItemKind       kind);
gboolean           wm_field_accepts      (WmField          field,
                                          const char      *text);
const char        *wm_field_get_words    (WmField          field,
                                          const char      *text);

const WmPartInfo  *wm_part_get_info      (WmPartKind       part);
gboolean           wm_part_from_id       (const char      *id,
                                          WmPartKind      *part);
gboolean           wm_part_is_of         (WmPartKind       part,
                                          WmItemKind       kind);
guint              wm_part_get_n_cells   (WmPartKind       part);

gboolean           wm_choice_has         (const WmChoice  *choices,
                                          const char      *id);
char              *wm_choice_list        (const WmChoice  *choices) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
