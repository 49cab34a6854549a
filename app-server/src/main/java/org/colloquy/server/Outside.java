package org.colloquy.server;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.attachment.FileTypes;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.document.Extractor;
import org.colloquy.server.core.document.PageImages;
import org.colloquy.server.core.document.Sheets;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.erasure.Copies;
import org.colloquy.server.core.identity.ApiTokenMint;
import org.colloquy.server.core.identity.Letters;
import org.colloquy.server.core.identity.PasswordHasher;
import org.colloquy.server.core.identity.SecretMaker;
import org.colloquy.server.core.identity.TokenSigner;
import org.colloquy.server.core.importing.TranscriptReader;
import org.colloquy.server.core.memory.MemoryRanking;
import org.colloquy.server.core.provider.AllowedOrigins;
import org.colloquy.server.core.provider.Catalogue;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.SecretBox;
import org.colloquy.server.core.table.TableData;
import org.colloquy.server.core.table.TableFiles;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.core.turn.Researcher;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.usage.TokenCounter;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.tool.mcp.McpHub;

/// What the core asks for beside the stores: the models' world, secrets, letters, files, time and
/// chance.
///
/// @param tools those that need nothing of the core
record Outside(
    ChatModels chatModels,
    ModelLister modelLister,
    Catalogue catalogue,
    OutboundGuard guard,
    AllowedOrigins allowedOrigins,
    SecretBox secretBox,
    PasswordHasher passwordHasher,
    TokenSigner tokenSigner,
    SecretMaker secrets,
    ApiTokenMint apiTokenMint,
    Letters letters,
    FileContents contents,
    FileTypes fileTypes,
    TranscriptReader transcripts,
    Extractor extractor,
    PageImages pageImages,
    Sheets sheets,
    Copies copies,
    AuditLog audit,
    Researcher internet,
    MemoryRanking memoryRanking,
    TextEmbedder embedder,
    TokenCounter tokenCounter,
    TableFiles tableFiles,
    TableData tableData,
    List<Tool> tools,
    McpHub mcp,
    InstantSource clock,
    Ids ids) {}
