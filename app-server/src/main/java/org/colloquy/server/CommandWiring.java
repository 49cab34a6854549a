package org.colloquy.server;

import org.colloquy.server.command.Commands;
import org.colloquy.server.command.DataCommands;
import org.colloquy.server.command.ExportCommand;
import org.colloquy.server.command.GroupCommands;
import org.colloquy.server.command.Owner;
import org.colloquy.server.command.QuotaCommands;
import org.colloquy.server.command.SharingCommands;
import org.colloquy.server.command.TokenCommands;
import org.colloquy.server.command.UserCommands;

/// Makes the commands over one core.
final class CommandWiring {
  private CommandWiring() {}

  static Commands wire(Core core) {
    var owner = new Owner(core.accounts(), core.administration());
    return new Commands(
        new UserCommands(
            owner, core.accounts(), core.administration(), core.resetCodes(), core.invitations()),
        new GroupCommands(owner, core.groups(), core.administration()),
        new QuotaCommands(owner, core.quotas(), core.groups(), core.administration()),
        new TokenCommands(owner, core.apiTokens()),
        new DataCommands(owner, core.backups(), core.imports(), core.retention()),
        new ExportCommand(owner, core.conversationExports()),
        new SharingCommands(owner, core.sharing()));
  }
}
