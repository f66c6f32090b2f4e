import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { IntegrationsPage } from './IntegrationsPage.tsx';

// Signs in at the sample backend. Leave it out: in your product, your users are signed in already.
await fetch('/api/me');

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <BrowserRouter>
      <Routes>
        <Route path="/integrations/:page" element={<IntegrationsPage />} />
        <Route path="*" element={<Navigate to="/integrations/dashboard" replace />} />
      </Routes>
    </BrowserRouter>
  </StrictMode>,
);
