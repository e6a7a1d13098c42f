package io.imprimatur.mail.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;

/**
 * Delivers {@code decide+anything@imprimatur.local} into the account {@code decide} (RFC 5233), and notes the address that
 * was meant, as other servers do.
 */
record SubAddressing(UserManager users, MessageDeliveryHandler others) implements MessageDeliveryHandler {
    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        var email = to.getEmail();
        int plus = email.indexOf('+');
        int at = email.lastIndexOf('@');
        var user = plus > 0 && plus < at ? users.getUserByEmail(email.substring(0, plus) + email.substring(at)) : null;
        if (user == null) {
            return others.handle(message, to);
        }
        if (message.getToAddresses().size() == 1) {
            message.getMessage().setHeader("Delivered-To", email);
        }
        return user;
    }
}
