/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tables of a project, as steps from one schema version to the next. A step that was released
 * never changes again; tests/data/projects keeps a project of every version. */

#include "config.h"

#include "wm-store-schema-private.h"

#include "wm-store-sql-private.h"

#include <glib/gi18n-lib.h>

/* Lists of short texts (aliases, topics, members) are one text with a line for each. */
static const char *const version_1 =
  /* One row for each file that was imported; nothing of an undone import is deleted. */
  "CREATE TABLE import ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  file_name TEXT NOT NULL,"
  "  file_size INTEGER NOT NULL,"
  "  sha256 TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  family TEXT NOT NULL,"
  "  dataset TEXT,"
  "  as_at TEXT,"
  "  imported_at TEXT NOT NULL,"
  "  mapping TEXT,"
  "  rows_read INTEGER NOT NULL,"
  "  rows_kept INTEGER NOT NULL,"
  "  rows_refused INTEGER NOT NULL,"
  "  n_values INTEGER NOT NULL,"
  "  n_missing INTEGER NOT NULL,"
  "  checksum TEXT,"
  "  is_undone INTEGER NOT NULL DEFAULT 0"
  ") STRICT;"
  "CREATE INDEX import_by_sha256 ON import (sha256);"

  /* Where figures are published for, and what is known of each area by who said it: an import is
   * a list of areas, none is the built-in list or a file with figures. The newest that counts
   * stands. */
  "CREATE TABLE area ("
  "  id INTEGER PRIMARY KEY,"
  "  code TEXT NOT NULL UNIQUE"
  ") STRICT;"

  "CREATE TABLE area_fact ("
  "  area_id INTEGER NOT NULL REFERENCES area (id),"
  "  import_id INTEGER REFERENCES import (id),"
  "  ons_code TEXT,"
  "  name TEXT NOT NULL,"
  "  kind INTEGER NOT NULL,"
  "  region_code TEXT,"
  "  first_year INTEGER NOT NULL,"
  "  last_year INTEGER NOT NULL,"
  "  aliases TEXT NOT NULL,"
  "  predecessors TEXT NOT NULL,"
  "  successors TEXT NOT NULL,"
  "  joint_code TEXT,"
  "  is_small INTEGER NOT NULL,"
  "  is_listed INTEGER NOT NULL"
  ") STRICT;"
  "CREATE UNIQUE INDEX area_fact_key ON area_fact (area_id, coalesce (import_id, 0));"

  "CREATE VIEW known_area AS SELECT a.id, a.code, f.* FROM area a JOIN area_fact f"
  " ON f.rowid = (SELECT g.rowid FROM area_fact g LEFT JOIN import i ON i.id = g.import_id"
  "  WHERE g.area_id = a.id AND NOT coalesce (i.is_undone, 0)"
  "  ORDER BY coalesce (g.import_id, 0) DESC LIMIT 1);"

  /* Neighbour lists; of those with one name, the one of the newest import counts, whole. */
  "CREATE TABLE neighbour ("
  "  import_id INTEGER NOT NULL REFERENCES import (id),"
  "  list TEXT NOT NULL,"
  "  area_code TEXT NOT NULL,"
  "  rank INTEGER NOT NULL,"
  "  neighbour_code TEXT NOT NULL,"
  "  closeness TEXT,"
  "  PRIMARY KEY (list, import_id, area_code, rank)"
  ") STRICT, WITHOUT ROWID;"

  /* Children aged 0-17 in the middle of a calendar year. */
  "CREATE TABLE population ("
  "  area_code TEXT NOT NULL,"
  "  year INTEGER NOT NULL,"
  "  import_id INTEGER NOT NULL REFERENCES import (id),"
  "  children REAL NOT NULL,"
  "  PRIMARY KEY (area_code, year, import_id)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE finding ("
  "  import_id INTEGER NOT NULL REFERENCES import (id),"
  "  position INTEGER NOT NULL,"
  "  severity INTEGER NOT NULL,"
  "  code TEXT NOT NULL,"
  "  message TEXT NOT NULL,"
  "  value TEXT,"
  "  first_line INTEGER NOT NULL,"
  "  last_line INTEGER NOT NULL,"
  "  n_rows INTEGER NOT NULL,"
  "  PRIMARY KEY (import_id, position)"
  ") STRICT, WITHOUT ROWID;"

  /* The user's own direction stands apart, so that no dictionary overwrites it. */
  "CREATE TABLE indicator ("
  "  id INTEGER PRIMARY KEY,"
  "  code TEXT NOT NULL UNIQUE,"
  "  own_polarity INTEGER,"
  "  own_by TEXT,"
  "  own_date TEXT,"
  "  own_reason TEXT"
  ") STRICT;"

  /* What is known of an indicator, by who said it: no import means the built-in tables. */
  "CREATE TABLE indicator_fact ("
  "  indicator_id INTEGER NOT NULL REFERENCES indicator (id),"
  "  import_id INTEGER REFERENCES import (id),"
  "  title TEXT,"
  "  topics TEXT,"
  "  unit TEXT,"
  "  decimals INTEGER NOT NULL,"
  "  polarity INTEGER NOT NULL,"
  "  polarity_by TEXT,"
  "  polarity_date TEXT,"
  "  basis INTEGER NOT NULL,"
  "  description TEXT,"
  "  methodology TEXT,"
  "  owner TEXT,"
  "  updated TEXT,"
  "  next_update TEXT,"
  "  no_quartiles INTEGER NOT NULL,"
  "  numerator_code TEXT,"
  "  denominator_code TEXT"
  ") STRICT;"
  "CREATE UNIQUE INDEX indicator_fact_key"
  "  ON indicator_fact (indicator_id, coalesce (import_id, 0));"

  "CREATE TABLE definition_break ("
  "  indicator_id INTEGER NOT NULL REFERENCES indicator (id),"
  "  import_id INTEGER REFERENCES import (id),"
  "  is_own INTEGER NOT NULL,"
  "  end_year INTEGER NOT NULL,"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE UNIQUE INDEX definition_break_key"
  "  ON definition_break (indicator_id, end_year, is_own, coalesce (import_id, 0));"

  "CREATE TABLE breakdown ("
  "  id INTEGER PRIMARY KEY,"
  "  text TEXT NOT NULL UNIQUE"
  ") STRICT;"

  "CREATE TABLE period_label ("
  "  id INTEGER PRIMARY KEY,"
  "  text TEXT NOT NULL UNIQUE"
  ") STRICT;"

  /* The counts are of what counts in the project; see wm-store-live.c. */
  "CREATE TABLE series ("
  "  id INTEGER PRIMARY KEY,"
  "  indicator_id INTEGER NOT NULL REFERENCES indicator (id),"
  "  breakdown_id INTEGER NOT NULL REFERENCES breakdown (id),"
  "  import_id INTEGER NOT NULL REFERENCES import (id),"
  "  n_values INTEGER NOT NULL DEFAULT 0,"
  "  n_missing INTEGER NOT NULL DEFAULT 0,"
  "  last_period INTEGER NOT NULL DEFAULT 0,"
  "  last_label_id INTEGER NOT NULL DEFAULT 0,"
  "  UNIQUE (indicator_id, breakdown_id, import_id)"
  ") STRICT;"
  "CREATE INDEX series_by_import ON series (import_id);"

  /* A number or a reason, never both, never neither. The key serves "one indicator, all areas". */
  "CREATE TABLE observation ("
  "  series_id INTEGER NOT NULL REFERENCES series (id),"
  "  period INTEGER NOT NULL,"
  "  area_id INTEGER NOT NULL REFERENCES area (id),"
  "  label_id INTEGER NOT NULL,"
  "  value REAL,"
  "  missing INTEGER NOT NULL,"
  "  publication INTEGER NOT NULL,"
  "  numerator REAL,"
  "  denominator REAL,"
  "  PRIMARY KEY (series_id, period, area_id),"
  "  CHECK ((value IS NULL) = (missing <> 0))"
  ") STRICT, WITHOUT ROWID;"
  WM_STORE_AREA_INDEX_CREATE ";"

  /* What people add. Codes are texts, for a note may outlive the import that it speaks of. */
  "CREATE TABLE event ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  date TEXT NOT NULL,"
  "  title TEXT NOT NULL,"
  "  note TEXT,"
  "  area_code TEXT,"
  "  indicator_code TEXT"
  ") STRICT;"

  "CREATE TABLE note ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  text TEXT NOT NULL,"
  "  indicator_code TEXT NOT NULL,"
  "  area_code TEXT,"
  "  period INTEGER,"
  "  written_at TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX note_by_indicator ON note (indicator_code);"

  "CREATE TABLE measure_set ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL UNIQUE"
  ") STRICT;"
  "CREATE TABLE measure_set_member ("
  "  set_id INTEGER NOT NULL REFERENCES measure_set (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  theme TEXT,"
  "  indicator_code TEXT NOT NULL,"
  "  PRIMARY KEY (set_id, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE area_group ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL UNIQUE,"
  "  note TEXT"
  ") STRICT;"
  "CREATE TABLE area_group_member ("
  "  group_id INTEGER NOT NULL REFERENCES area_group (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  area_code TEXT NOT NULL,"
  "  PRIMARY KEY (group_id, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE saved_item ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  name TEXT NOT NULL,"
  "  class INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  definition TEXT NOT NULL,"
  "  created_at TEXT NOT NULL,"
  "  UNIQUE (class, name)"
  ") STRICT;"

  "CREATE TABLE setting ("
  "  key TEXT NOT NULL PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;";

#define FRAMEWORK_TABLES(create) \
  create " TABLE framework (" \
  "  id TEXT NOT NULL PRIMARY KEY," \
  "  title TEXT NOT NULL," \
  "  edition TEXT," \
  "  date TEXT," \
  "  changed_at TEXT NOT NULL," \
  "  is_removed INTEGER NOT NULL DEFAULT 0," \
  "  document TEXT NOT NULL" \
  ") STRICT;" \
  create " TABLE framework_version (" \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  framework_id TEXT NOT NULL," \
  "  edition TEXT," \
  "  note TEXT," \
  "  kept_at TEXT NOT NULL," \
  "  document TEXT NOT NULL" \
  ") STRICT;"

/* Frameworks, as the text of their files, and dated versions of them. A version may be of the
 * framework that the data dictionary makes, which has no row until somebody edits it. A saved
 * analysis keeps its result and the definitions that it used. Which measures are numerators and
 * denominators is in the built-in tables; nobody read the two columns. */
static const char *const version_2 =
  FRAMEWORK_TABLES ("CREATE")
  "ALTER TABLE saved_item ADD COLUMN result TEXT;"
  "ALTER TABLE saved_item ADD COLUMN words TEXT;"
  "ALTER TABLE saved_item ADD COLUMN dictionary TEXT;"
  "ALTER TABLE saved_item ADD COLUMN framework TEXT;"
  "ALTER TABLE indicator_fact DROP COLUMN numerator_code;"
  "ALTER TABLE indicator_fact DROP COLUMN denominator_code;";

/* What a project of version 1 lacks, empty and beside it. */
static const char *const stand_in_2 =
  FRAMEWORK_TABLES ("CREATE TEMP")
  "CREATE TEMP VIEW saved_item AS SELECT id, name, class, kind, definition, created_at,"
  " NULL AS result, NULL AS words, NULL AS dictionary, NULL AS framework FROM main.saved_item;";

/* The step at place n leads from version n to version n + 1. A project that may only be read stays
 * as it is; the stand-in, made of temporary tables and views, lets it be read as if the step had
 * been taken. */
static const struct
{
  const char *const *migrate;
  const char *const *stand_in;
} steps[WM_STORE_VERSION] = {
  { &version_1, NULL },
  { &version_2, &stand_in_2 },
};

/* Brings a project from schema @version to this program's, in one transaction. */
gboolean
wm_store_migrate (WmStore *self, int version, GError **error)
{
  g_autofree char *stamp =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                     WM_STORE_APPLICATION_ID, WM_STORE_VERSION);

  g_return_val_if_fail (version >= 0 && version <= WM_STORE_VERSION, FALSE);

  if (version == WM_STORE_VERSION)
    return TRUE;
  if (!wm_store_begin (self, error))
    return FALSE;
  for (int i = version; i < WM_STORE_VERSION; i++)
    if (!wm_store_exec (self, *steps[i].migrate, error))
      {
        wm_store_roll_back (self);
        return FALSE;
      }
  if (!wm_store_exec (self, stamp, error))
    {
      wm_store_roll_back (self);
      return FALSE;
    }
  return wm_store_commit (self, error);
}

/* Lets a project of schema @version be read as if it were of this program's; nothing is written to
 * the file. */
gboolean
wm_store_stand_in (WmStore *self, int version, GError **error)
{
  g_return_val_if_fail (version >= 1 && version <= WM_STORE_VERSION, FALSE);

  for (int i = version; i < WM_STORE_VERSION; i++)
    if (!wm_store_exec (self, *steps[i].stand_in, error))
      return FALSE;
  return TRUE;
}
