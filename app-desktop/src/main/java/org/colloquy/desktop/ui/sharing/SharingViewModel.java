package org.colloquy.desktop.ui.sharing;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.InvitationEntry;
import org.colloquy.desktop.client.NewInvitation;
import org.colloquy.desktop.client.Sharing;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.model.AccountRole;
import org.colloquy.model.PairingLink;
import org.jspecify.annotations.Nullable;

/// Shares the server on its network, and invites people to it.
public final class SharingViewModel {
  private final SharingClient client;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable Sharing> sharing = new ReadOnlyObjectWrapper<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable URI> address = new SimpleObjectProperty<>();
  private final ObservableList<InvitationEntry> invitations = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable NewInvitation> made = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final StringBinding link;

  public SharingViewModel(SharingClient client, Background background) {
    this.client = client;
    this.background = background;
    link = Bindings.createStringBinding(this::makeLink, sharing, address, made);
  }

  /// How the server is shared; null while that is not known, and for those who may not share it.
  public ReadOnlyObjectProperty<@Nullable Sharing> sharing() {
    return sharing.getReadOnlyProperty();
  }

  /// What the server is called on the network, as the person writes it.
  public StringProperty name() {
    return name;
  }

  /// Which of its addresses the link names.
  public ObjectProperty<@Nullable URI> address() {
    return address;
  }

  /// What leads others to the server, with the invitation that was just made; empty while it is not
  /// shared.
  public StringBinding link() {
    return link;
  }

  private String makeLink() {
    var now = sharing.get();
    var where = address.get();
    if (now == null || !now.on() || where == null || now.authority() == null) {
      return "";
    }
    var invitation = made.get();
    var code = invitation == null ? null : invitation.code();
    return new PairingLink(where, now.authority(), code).text();
  }

  /// Who was invited.
  public ObservableList<InvitationEntry> invitations() {
    return invitations;
  }

  /// The invitation that was just made, to be handed on now or never; null when there is none.
  public ReadOnlyObjectProperty<@Nullable NewInvitation> made() {
    return made.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Asks whether the server is shared. Whoever may not know may not share it.
  public void load() {
    background.run(client::sharing, this::show, _ -> sharing.set(null));
  }

  /// Shows what there is now.
  public void open() {
    failure.set(null);
    made.set(null);
    ask(client::sharing);
    background.run(client::invitations, invitations::setAll, failure::set);
  }

  /// Forgets the code that was made.
  public void close() {
    made.set(null);
  }

  /// Lets others in, or nobody any more.
  public void turn(boolean on) {
    made.set(null);
    ask(() -> client.turn(on));
  }

  /// Announces the server on the network, or does not.
  public void announce(boolean announced) {
    ask(() -> client.announce(announced));
  }

  /// Gives the server the name that was written.
  public void rename() {
    var now = sharing.get();
    var written = name.get().strip();
    if (now != null && !written.isEmpty() && !written.equals(now.name())) {
      ask(() -> client.call(written));
    }
  }

  private void ask(Supplier<Sharing> question) {
    background.run(question, this::show, this::fail);
  }

  private void show(Sharing now) {
    failure.set(null);
    var chosen = address.get();
    if (chosen == null || !now.addresses().contains(chosen)) {
      address.set(now.addresses().isEmpty() ? null : now.addresses().getFirst());
    }
    name.set(now.name());
    sharing.set(now);
  }

  /// What was changed by a click is shown as it is.
  private void fail(Failure why) {
    failure.set(why);
    var now = sharing.get();
    sharing.set(null);
    sharing.set(now);
  }

  /// Invites somebody to make an account.
  ///
  /// @param days how long, 1 to 30
  public void invite(AccountRole role, int days) {
    background.run(
        () -> client.invite(role, days),
        invitation -> {
          failure.set(null);
          invitations.add(0, invitation.entry());
          made.set(invitation);
        },
        failure::set);
  }

  /// Takes an invitation back.
  public void withdraw(InvitationEntry invitation) {
    background.run(
        () -> {
          client.withdraw(invitation.id());
          return List.of(invitation);
        },
        gone -> {
          failure.set(null);
          invitations.removeAll(gone);
          var now = made.get();
          if (now != null && gone.contains(now.entry())) {
            made.set(null);
          }
        },
        failure::set);
  }
}
