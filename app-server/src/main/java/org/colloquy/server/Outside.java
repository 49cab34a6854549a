package org.colloquy.server;

import java.time.InstantSource;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.identity.PasswordHasher;
import org.colloquy.server.core.identity.TokenSigner;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.SecretBox;
import org.colloquy.server.core.turn.ChatModels;

/// What the core asks for beside the stores: the models' world, secrets, files, time and chance.
record Outside(
    ChatModels chatModels,
    ModelLister modelLister,
    SecretBox secretBox,
    PasswordHasher passwordHasher,
    TokenSigner tokenSigner,
    BlobStore blobs,
    InstantSource clock,
    Ids ids) {}
