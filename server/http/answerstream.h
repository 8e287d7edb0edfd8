// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/responsewriter.h"

#include <QIODevice>

namespace tenantry::http {

/// Reads the body of an answer from a device, piece by piece, as the client takes it.
class AnswerStream
{
public:
    enum class State {
        More,
        Done,
        Broken, ///< the device failed or held less than it said: the client can only be told by cutting it off
    };

    AnswerStream(std::shared_ptr<QIODevice> device, const BodyFraming &framing);

    /// Appends the next piece to `out`.
    State next(QByteArray &out);

private:
    std::shared_ptr<QIODevice> m_device;
    BodyFraming m_framing;
    qint64 m_left; ///< of an announced length
};

} // namespace tenantry::http
