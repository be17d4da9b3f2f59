/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-cli.h"
#include "wm-mechanism.h"

G_BEGIN_DECLS

gboolean wm_cli_parse_mechanism_colour (const char      *text,
                                        WmMechanismTone *tone,
                                        WmCliStatus     *status);
WmChart *wm_cli_make_mechanism         (const char      *name,
                                        const char      *framework,
                                        WmMechanismTone  tone,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
