// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstring>
#include <string_view>

namespace tenantry {

/// Appends `text`, which is not a part of `out`. Half the cost of QByteArray::append(), which prepares for that:
/// answers and lines of the log are made of hundreds of short texts.
inline void append(QByteArray &out, std::string_view text)
{
    if (text.empty())
        return;
    const qsizetype end = out.size();
    out.resize(end + static_cast<qsizetype>(text.size()));
    std::memcpy(out.data() + end, text.data(), text.size());
}

} // namespace tenantry
