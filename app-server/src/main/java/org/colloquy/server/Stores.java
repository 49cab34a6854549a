package org.colloquy.server;

import org.colloquy.server.core.activity.ActivityStore;
import org.colloquy.server.core.agent.AgentStore;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.audit.AuditStore;
import org.colloquy.server.core.conversation.ConversationSettingStore;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.StrangersWords;
import org.colloquy.server.core.erasure.ErasureStore;
import org.colloquy.server.core.export.ExportStore;
import org.colloquy.server.core.folder.FolderStore;
import org.colloquy.server.core.identity.AccountStore;
import org.colloquy.server.core.identity.ApiTokenStore;
import org.colloquy.server.core.identity.ResetCodeStore;
import org.colloquy.server.core.identity.SessionStore;
import org.colloquy.server.core.importing.ImportStore;
import org.colloquy.server.core.mcp.McpServerStore;
import org.colloquy.server.core.memory.MemoryStore;
import org.colloquy.server.core.policy.ToolPolicyStore;
import org.colloquy.server.core.privacy.PrivacyStore;
import org.colloquy.server.core.provider.DataKeyStore;
import org.colloquy.server.core.provider.KeyStore;
import org.colloquy.server.core.provider.ProviderStore;
import org.colloquy.server.core.setting.SettingStore;
import org.colloquy.server.core.usage.UsageStore;

/// Everything that keeps something.
public record Stores(
    AccountStore accounts,
    SessionStore sessions,
    ResetCodeStore resetCodes,
    ApiTokenStore apiTokens,
    ConversationStore conversations,
    ConversationSettingStore conversationSettings,
    MessageStore messages,
    ProviderStore providers,
    KeyStore keys,
    DataKeyStore dataKeys,
    ActivityStore activities,
    SettingStore settings,
    AttachmentStore attachments,
    MemoryStore memories,
    AgentStore agents,
    AuditStore audit,
    PrivacyStore privacy,
    StrangersWords strangersWords,
    ToolPolicyStore toolPolicies,
    McpServerStore mcpServers,
    FolderStore folders,
    ImportStore imports,
    ErasureStore erasures,
    ExportStore exports,
    UsageStore usages) {}
