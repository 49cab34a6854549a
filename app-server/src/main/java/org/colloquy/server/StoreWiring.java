package org.colloquy.server;

import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiAccountStore;
import org.colloquy.server.storage.JdbiActivityStore;
import org.colloquy.server.storage.JdbiAgentStore;
import org.colloquy.server.storage.JdbiApiTokenStore;
import org.colloquy.server.storage.JdbiAttachmentStore;
import org.colloquy.server.storage.JdbiAuditStore;
import org.colloquy.server.storage.JdbiCitationStore;
import org.colloquy.server.storage.JdbiConversationSettingStore;
import org.colloquy.server.storage.JdbiConversationStore;
import org.colloquy.server.storage.JdbiDataKeyStore;
import org.colloquy.server.storage.JdbiDocumentStore;
import org.colloquy.server.storage.JdbiDraftStore;
import org.colloquy.server.storage.JdbiErasureStore;
import org.colloquy.server.storage.JdbiExportStore;
import org.colloquy.server.storage.JdbiFolderStore;
import org.colloquy.server.storage.JdbiGroupStore;
import org.colloquy.server.storage.JdbiImportStore;
import org.colloquy.server.storage.JdbiInvitationStore;
import org.colloquy.server.storage.JdbiKeyStore;
import org.colloquy.server.storage.JdbiMarkStore;
import org.colloquy.server.storage.JdbiMcpServerStore;
import org.colloquy.server.storage.JdbiMemoryStore;
import org.colloquy.server.storage.JdbiMessageStore;
import org.colloquy.server.storage.JdbiPlotStore;
import org.colloquy.server.storage.JdbiPrivacyStore;
import org.colloquy.server.storage.JdbiProviderStore;
import org.colloquy.server.storage.JdbiQuotaStore;
import org.colloquy.server.storage.JdbiReferenceStore;
import org.colloquy.server.storage.JdbiReservationStore;
import org.colloquy.server.storage.JdbiResetCodeStore;
import org.colloquy.server.storage.JdbiSavedPromptStore;
import org.colloquy.server.storage.JdbiSearchStore;
import org.colloquy.server.storage.JdbiSessionStore;
import org.colloquy.server.storage.JdbiSettingStore;
import org.colloquy.server.storage.JdbiShareStore;
import org.colloquy.server.storage.JdbiSharingStore;
import org.colloquy.server.storage.JdbiStrangersWords;
import org.colloquy.server.storage.JdbiSurroundingsStore;
import org.colloquy.server.storage.JdbiTableStore;
import org.colloquy.server.storage.JdbiToolPolicyStore;
import org.colloquy.server.storage.JdbiTurnBoard;
import org.colloquy.server.storage.JdbiUsageStore;
import org.colloquy.server.storage.JdbiWrongTryStore;

/// Makes the stores over one database.
final class StoreWiring {
  private StoreWiring() {}

  static Stores wire(Database database) {
    return new Stores(
        new JdbiAccountStore(database),
        new JdbiSessionStore(database),
        new JdbiWrongTryStore(database),
        new JdbiResetCodeStore(database),
        new JdbiApiTokenStore(database),
        new JdbiInvitationStore(database),
        new JdbiConversationStore(database),
        new JdbiConversationSettingStore(database),
        new JdbiSurroundingsStore(database),
        new JdbiMarkStore(database),
        new JdbiMessageStore(database),
        new JdbiProviderStore(database),
        new JdbiKeyStore(database),
        new JdbiDataKeyStore(database),
        new JdbiActivityStore(database),
        new JdbiSettingStore(database),
        new JdbiAttachmentStore(database),
        new JdbiDocumentStore(database),
        new JdbiCitationStore(database),
        new JdbiMemoryStore(database),
        new JdbiSavedPromptStore(database),
        new JdbiAgentStore(database),
        new JdbiAuditStore(database),
        new JdbiPrivacyStore(database),
        new JdbiStrangersWords(database),
        new JdbiToolPolicyStore(database),
        new JdbiMcpServerStore(database),
        new JdbiFolderStore(database),
        new JdbiImportStore(database),
        new JdbiErasureStore(database),
        new JdbiExportStore(database),
        new JdbiUsageStore(database),
        new JdbiReservationStore(database),
        new JdbiQuotaStore(database),
        new JdbiGroupStore(database),
        new JdbiTableStore(database),
        new JdbiPlotStore(database),
        new JdbiSearchStore(database),
        new JdbiReferenceStore(database),
        new JdbiDraftStore(database),
        new JdbiSharingStore(database),
        new JdbiShareStore(database),
        new JdbiTurnBoard(database));
  }
}
