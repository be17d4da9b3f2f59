/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-document.h"
#include "wm-framework.h"

G_BEGIN_DECLS

WmDocument *wm_framework_document_new (WmFramework *framework,
                                       GHashTable  *data_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
