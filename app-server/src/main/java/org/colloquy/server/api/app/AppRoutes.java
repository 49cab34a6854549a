package org.colloquy.server.api.app;

import org.colloquy.server.http.PathTable;

/// All paths of the desktop's own API.
public record AppRoutes(
    AccountRoutes accounts,
    InvitationRoutes invitations,
    GroupRoutes groups,
    QuotaRoutes quotas,
    TokenRoutes tokens,
    ServerRoutes server,
    ConversationRoutes conversations,
    SettingRoutes conversationSettings,
    FileRoutes files,
    TableRoutes tables,
    DocumentRoutes documents,
    AnswerRoutes answers,
    PagePictureRoutes pagePictures,
    ReferenceRoutes references,
    TurnRoutes turns,
    ToolRoutes tools,
    McpRoutes mcp,
    ProviderRoutes providers,
    KeyRoutes keys,
    SessionRoutes sessions,
    AuditRoutes audit,
    FolderRoutes folders,
    ImportRoutes imports,
    AgentRoutes agents,
    MemoryRoutes memories,
    SavedPromptRoutes savedPrompts,
    PersonRoutes person,
    ConversationExportRoutes conversationExports,
    UsageRoutes usage,
    SearchRoutes search,
    DraftRoutes drafts,
    SharingRoutes sharing,
    ShareRoutes shares,
    SharedConversationRoutes sharedConversations) {

  void addTo(PathTable paths) {
    accounts.addTo(paths);
    invitations.addTo(paths);
    groups.addTo(paths);
    quotas.addTo(paths);
    tokens.addTo(paths);
    server.addTo(paths);
    conversations.addTo(paths);
    conversationSettings.addTo(paths);
    files.addTo(paths);
    tables.addTo(paths);
    documents.addTo(paths);
    answers.addTo(paths);
    pagePictures.addTo(paths);
    references.addTo(paths);
    turns.addTo(paths);
    tools.addTo(paths);
    mcp.addTo(paths);
    providers.addTo(paths);
    keys.addTo(paths);
    sessions.addTo(paths);
    audit.addTo(paths);
    folders.addTo(paths);
    imports.addTo(paths);
    agents.addTo(paths);
    memories.addTo(paths);
    savedPrompts.addTo(paths);
    person.addTo(paths);
    conversationExports.addTo(paths);
    usage.addTo(paths);
    search.addTo(paths);
    drafts.addTo(paths);
    sharing.addTo(paths);
    shares.addTo(paths);
    sharedConversations.addTo(paths);
  }
}
