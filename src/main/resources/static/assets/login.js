// Keeps the fragment of the page asked for, such as Tasklist's #/?task=…, which never reaches the server.
const login = document.getElementById('login');
login.action += window.location.hash;
