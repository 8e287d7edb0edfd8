// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/indent.h"

#include "core/json/writer.h"

namespace tenantry::json {

namespace {

class Indenter
{
public:
    explicit Indenter(std::size_t longest)
        : m_longest(longest)
    {
    }

    void add(const Value &value)
    {
        if (value.isObject() && !value.object().empty())
            addLines('{', '}', value.object(), [this](const Member &member) {
                m_text += json::quoted(member.first).toStdString() + ": ";
                add(member.second);
            });
        else if (value.isArray() && !value.array().empty())
            addLines('[', ']', value.array(), [this](const Value &element) { add(element); });
        else
            m_text += write(value).toStdString();
    }

    std::string take() { return std::move(m_text); }

private:
    void breakLine() { m_text.append(1, '\n').append(2 * m_level, ' '); }

    template<class Items, class Add>
    void addLines(char open, char close, const Items &items, const Add &addItem)
    {
        m_text += open;
        ++m_level;
        bool first = true;
        for (const auto &item : items) {
            if (m_text.size() > m_longest)
                break;
            if (!std::exchange(first, false))
                m_text += ',';
            breakLine();
            addItem(item);
        }
        --m_level;
        breakLine();
        m_text += close;
    }

    std::string m_text;
    std::size_t m_longest;
    std::size_t m_level = 0;
};

} // namespace

std::string indented(const Value &value, std::size_t longest)
{
    Indenter indenter(longest);
    indenter.add(value);
    return indenter.take();
}

} // namespace tenantry::json
