// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitetokenizer.h"

#include "core/sql/textanalyzer.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>

namespace tenantry::sql {

namespace {

using AddToken = int (*)(void *, int, const char *, int, int, int);

TextAnalyzer *analyzerOf(Fts5Tokenizer *tokenizer)
{
    return reinterpret_cast<TextAnalyzer *>(tokenizer);
}

int createTokenizer(void *, const char **arguments, int count, Fts5Tokenizer **made)
{
    const auto &known = TextAnalyzer::configurations();
    const std::string name = count == 1 ? arguments[0] : "";
    if (std::find(known.begin(), known.end(), name) == known.end())
        return SQLITE_ERROR;
    *made = reinterpret_cast<Fts5Tokenizer *>(new TextAnalyzer(name));
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer *tokenizer)
{
    delete analyzerOf(tokenizer);
}

int add(std::string_view token, void *context, AddToken addToken, int flags = 0)
{
    return addToken(context, flags, token.data(), int(token.size()), 0, 0);
}

int addLexemes(std::string_view lexemes, void *context, AddToken addToken)
{
    while (!lexemes.empty()) {
        const std::size_t end = std::min(lexemes.find(' '), lexemes.size());
        if (const int code = add(lexemes.substr(0, end), context, addToken); code != SQLITE_OK)
            return code;
        lexemes.remove_prefix(std::min(end + 1, lexemes.size()));
    }
    return SQLITE_OK;
}

/// Where tokens stand in the text is asked for by highlighting only, which nothing here does.
int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int size, AddToken addToken)
{
    const std::string_view view(text, std::size_t(size));
    if (flags & FTS5_TOKENIZE_QUERY)
        return addLexemes(view, context, addToken);
    for (const std::string &word : searchWords(view)) {
        const std::string lexeme = analyzerOf(tokenizer)->lexeme(word);
        int code = SQLITE_OK;
        if (!lexeme.empty())
            code = add(lexeme, context, addToken);
        if (code == SQLITE_OK)
            code = add(anyWordToken, context, addToken, lexeme.empty() ? 0 : FTS5_TOKEN_COLOCATED);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

} // namespace

fts5_api *fts5ApiOf(sqlite3 *handle)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

bool registerSqliteTokenizer(sqlite3 *handle)
{
    fts5_api *api = fts5ApiOf(handle);
    fts5_tokenizer tokenizer{createTokenizer, deleteTokenizer, tokenize};
    return api && api->xCreateTokenizer(api, "tenantry", nullptr, &tokenizer, nullptr) == SQLITE_OK;
}

} // namespace tenantry::sql
