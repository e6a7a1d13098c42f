// Imprimatur has one login page: whoever logs out here, or whose session ends, is sent there and comes back afterwards.
const leave = () => {
  if (location.hash.startsWith('#/login')) {
    location.replace(location.pathname);
  }
};
window.addEventListener('hashchange', leave);
leave();
