package org.colloquy.server;

import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.erasure.Erasures;
import org.colloquy.server.core.export.Exports;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.OpenSessions;
import org.colloquy.server.core.identity.Recovery;
import org.colloquy.server.core.identity.ResetCodes;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.privacy.Privacy;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.retention.Retention;
import org.colloquy.server.core.review.AuditReview;
import org.colloquy.server.core.setting.Settings;
import org.colloquy.server.core.turn.Completions;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.core.turn.Turns;

/// Everything the program can do.
public record Core(
    Accounts accounts,
    Sessions sessions,
    OpenSessions openSessions,
    ApiTokens apiTokens,
    AccountAdministration administration,
    Recovery recovery,
    ResetCodes resetCodes,
    Conversations conversations,
    Privacy privacy,
    Providers providers,
    Keys keys,
    Settings settings,
    Activities activities,
    Attachments attachments,
    Agents agents,
    Memories memories,
    Models models,
    Turns turns,
    Completions completions,
    RunningTurns runningTurns,
    AuditLog audit,
    AuditReview auditReview,
    Folders folders,
    Retention retention,
    Erasures erasures,
    Exports exports) {}
